import { readableHost } from '../../presentation/host-name.ts';
import { MAX_SITES } from '../../platform/settings-values.ts';
import { useWords } from '../words.ts';
import type { OptionsActions, OptionsState } from './model.ts';
import { RemovableList } from './RemovableList.tsx';
import { Section } from './Section.tsx';
import { SiteField } from './SiteField.tsx';
import { Switch } from './Switch.tsx';

export function SitesSection({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const { t } = useWords();
  const { access, settings } = state;
  const entries = (hosts: string[]) => hosts.map((host) => ({ key: host, name: readableHost(host) }));
  return (
    <Section id="sites" title={t('options_sites')}>
      <p>{t('options_sites_about')}</p>
      <Switch
        label={t('options_everywhere')}
        on={access.everywhere}
        onSwitch={(on) => (on ? actions.allowEverywhere() : actions.withdrawEverywhere())}
      />
      <RemovableList
        label={t('options_allowed')}
        empty={t(access.everywhere ? 'options_allowed_all' : 'options_allowed_none')}
        entries={entries(access.hosts)}
        action={t('options_withdraw')}
        onRemove={actions.withdraw}
      />
      <SiteField label={t('options_allow_label')} action={t('options_allow')} onAdd={actions.allowSite} />
      <RemovableList
        label={t('options_off')}
        empty={t('options_off_none')}
        entries={entries(settings.sites.off)}
        action={t('options_switch_on')}
        onRemove={actions.switchOn}
      />
      {settings.sites.off.length >= MAX_SITES && <p class="notice">{t('options_off_full')}</p>}
      <SiteField label={t('options_keep_off_label')} action={t('options_keep_off')} onAdd={actions.keepOff} />
      <p>
        <a href="/welcome.html">{t('options_welcome_again')}</a>
      </p>
    </Section>
  );
}
