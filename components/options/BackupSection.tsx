import { useEffect, useRef, useState } from 'preact/hooks';
import type { BackupFault } from '../../platform/backup.ts';
import type { Settings } from '../../platform/settings-values.ts';
import { useWords } from '../words.ts';
import { changesBetween, type Change } from './changes.ts';
import type { Access, OptionsActions, OptionsState } from './model.ts';
import { Section } from './Section.tsx';

type Step =
  | { at: 'start' }
  | { at: 'refused'; fault: BackupFault; place: string }
  | { at: 'preview'; name: string; backup: { settings: Settings; access: Access } }
  | { at: 'restored'; undo(): void }
  | { at: 'undone' };

/** A file is looked at first, then shown for what it would change, and only then restored; and that can be taken back. */
export function BackupSection({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const words = useWords();
  const { t } = words;
  const [step, setStep] = useState<Step>({ at: 'start' });
  const input = useRef<HTMLInputElement>(null);
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (step.at === 'preview' || step.at === 'restored') outcome.current!.focus();
  }, [step.at]);

  async function open(file: File | undefined) {
    if (!file) return;
    const read = await actions.readBackup(file);
    // So that the same file can be chosen again once it is mended.
    input.current!.value = '';
    setStep('fault' in read ? { at: 'refused', ...read } : { at: 'preview', name: file.name, ...read });
  }

  return (
    <Section id="backup" title={t('options_backup')}>
      <p>{t('options_backup_about')}</p>
      <div class="offer">
        <button type="button" class="action" onClick={actions.saveBackup}>
          {t('options_save')}
        </button>
        <button type="button" class="action" onClick={() => input.current!.click()}>
          {t('options_open')}
        </button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={t('options_open')}
          onChange={({ currentTarget }) => void open(currentTarget.files?.[0])}
        />
      </div>
      <div ref={outcome} tabIndex={-1} class="outcome" role="group" aria-label={t('options_backup')}>
        {step.at === 'preview' && (
          <Preview
            name={step.name}
            changes={changesBetween(state, step.backup, words)}
            onRestore={() => void actions.restore(step.backup).then((undo) => setStep({ at: 'restored', undo }))}
            onCancel={() => setStep({ at: 'start' })}
          />
        )}
        {step.at === 'restored' && (
          <p class="done">
            {t('options_restored')}{' '}
            <button
              type="button"
              class="link"
              onClick={() => {
                step.undo();
                setStep({ at: 'undone' });
              }}
            >
              {t('options_undo')}
            </button>
          </p>
        )}
      </div>
      <p class="fault" role="alert">
        {step.at === 'refused' &&
          `${t(`options_backup_${step.fault}`, { place: step.place })} ${t('options_backup_unchanged')}`}
      </p>
      <p role="status">{step.at === 'undone' && t('options_undone')}</p>
    </Section>
  );
}

interface PreviewProps {
  /** Of the file. */
  name: string;
  changes: Change[];
  onRestore(): void;
  onCancel(): void;
}

/** What a file would change, before anything is changed. */
function Preview({ name, changes, onRestore, onCancel }: PreviewProps) {
  const { t } = useWords();
  const hasChanges = changes.length > 0;
  return (
    <>
      <h3>{t(hasChanges ? 'options_preview' : 'options_preview_same', { file: name })}</h3>
      {hasChanges && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('options_preview_what')}</th>
              <th scope="col">{t('options_preview_now')}</th>
              <th scope="col">{t('options_preview_then')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ what, from, to }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{from}</td>
                <td>{to}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div class="offer">
        {hasChanges && (
          <button type="button" class="action main" onClick={onRestore}>
            {t('options_restore')}
          </button>
        )}
        <button type="button" class="action" onClick={onCancel}>
          {t('options_cancel')}
        </button>
      </div>
    </>
  );
}
