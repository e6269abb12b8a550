import { readableHost } from '../../presentation/host-name.ts';
import { useWords } from '../words.ts';

interface Props {
  host: string;
  on: boolean;
  onSwitch(on: boolean): void;
}

/** Whether Bridle reads this site. */
export function SiteSwitch({ host, on, onSwitch }: Props) {
  const { t } = useWords();
  return (
    <label class="site">
      <span>{t('popup_switch', { host: readableHost(host) })}</span>
      <input type="checkbox" role="switch" checked={on} onChange={(event) => onSwitch(event.currentTarget.checked)} />
    </label>
  );
}
