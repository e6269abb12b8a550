import type { ComponentChildren } from 'preact';

/** A heading in the margin, and what it is about beside it. */
export function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <div class="body">{children}</div>
    </section>
  );
}
