import { useState } from 'preact/hooks';
import { ADDRESS_PARTS, addressPart } from '../../presentation/address-part.ts';
import { useWords } from '../words.ts';
import { CopyButton } from './CopyButton.tsx';

interface Props {
  /** See `reportOf`. */
  report: string;
  /** Of the page; empty where it is not known. */
  address: string;
}

/** Says on the clipboard what is wrong. The reader chooses how much of the page's address goes with it, and where it goes. */
export function Report({ report, address }: Props) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <button type="button" class="link" data-report onClick={() => setOpen(true)}>
        {t('card_report')}
      </button>
    );
  }
  return (
    <div class="asked">
      <p>{t('card_report_ask')}</p>
      {address === '' ? (
        <CopyButton label="card_report_copy" text={() => report} />
      ) : (
        ADDRESS_PARTS.map((part) => (
          <CopyButton key={part} label={`card_report_${part}`} text={() => report + addressPart(address, part)} />
        ))
      )}
      <button type="button" class="link" data-escape onClick={() => setOpen(false)}>
        {t('card_report_close')}
      </button>
    </div>
  );
}
