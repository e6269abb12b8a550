import { useEffect, useRef, useState } from 'preact/hooks';

interface Props {
  label: string;
  /** What is lost by it. */
  question: string;
  yes: string;
  cancel: string;
  /** What is said when it is done. */
  done: string;
  onYes(): Promise<void>;
}

/** A button for what cannot be undone: it asks first, and says when it is done. The focus goes along. */
export function AskFirst({ label, question, yes, cancel, done, onYes }: Props) {
  const [step, setStep] = useState<'start' | 'asked' | 'done'>('start');
  const [start, answer] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)];
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) (step === 'asked' ? answer : start).current?.focus();
    moved.current = true;
  }, [step]);
  return (
    <>
      {step === 'asked' ? (
        <div class="ask" role="group" aria-label={label}>
          <p>{question}</p>
          <div class="offer">
            <button
              type="button"
              class="action main"
              ref={answer}
              onClick={() => void onYes().then(() => setStep('done'))}
            >
              {yes}
            </button>
            <button type="button" class="action" onClick={() => setStep('start')}>
              {cancel}
            </button>
          </div>
        </div>
      ) : (
        <button type="button" class="action" ref={start} onClick={() => setStep('asked')}>
          {label}
        </button>
      )}
      <p role="status">{step === 'done' && done}</p>
    </>
  );
}
