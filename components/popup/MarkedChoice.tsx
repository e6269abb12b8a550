import { SENTENCE_CHOICES, type SentenceChoice } from '../../platform/settings-values.ts';
import { useWords } from '../words.ts';

interface Props {
  value: SentenceChoice;
  onChoose(choice: SentenceChoice): void;
}

/** Which sentences are marked, here and on every other page. */
export function MarkedChoice({ value, onChoose }: Props) {
  const { t } = useWords();
  return (
    <label class="marked">
      <span>{t('popup_marked')}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value as SentenceChoice)}>
        {SENTENCE_CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {t(`popup_marked_${choice}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
