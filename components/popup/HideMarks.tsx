import { useWords } from '../words.ts';

interface Props {
  areHidden: boolean;
  onHide(isHidden: boolean): void;
}

/** Takes all marks off this tab's page and puts them back, as the key for it does. */
export function HideMarks({ areHidden, onHide }: Props) {
  const { t } = useWords();
  return (
    <button type="button" class="link hide-marks" onClick={() => onHide(!areHidden)}>
      {t(areHidden ? 'popup_show_marks' : 'popup_hide_marks')}
    </button>
  );
}
