/** What a backup would change, in the reader's words. */
import type { Mutable, Settings } from '../../platform/settings-values.ts';
import type { Words } from '../../presentation/words.ts';
import type { Access } from './model.ts';

export interface Change {
  what: string;
  from: string;
  to: string;
}

interface Kept {
  settings: Settings;
  access: Access;
}

export function changesBetween(now: Kept & { nameOfMuted(what: Mutable): string }, then: Kept, { t }: Words): Change[] {
  const { nameOfMuted } = now;
  const rows = ({ settings }: Kept): [what: string, said: string, exact: unknown][] => [
    [t('options_density'), t(`options_density_${settings.density}`), settings.density],
    [t('options_style'), t(`options_style_${settings.markStyle}`), settings.markStyle],
    [t('options_sentences'), t(`options_sentences_${settings.sentences}`), settings.sentences],
    [t('options_ticks'), t(settings.ticks ? 'options_yes' : 'options_no'), settings.ticks],
    [t('options_badge'), t(settings.badge ? 'options_yes' : 'options_no'), settings.badge],
    [t('options_dwell'), t('options_ms', { count: settings.dwellMs }), settings.dwellMs],
    [t('options_cardkey'), t(`options_cardkey_${settings.cardKey}`), settings.cardKey],
    [t('options_language_label'), t(`options_language_${settings.language}`), settings.language],
    [
      t('options_muted_list'),
      listed(settings.muted.map((entry) => nameOfMuted(entry) + (entry.site ? ` (${entry.site})` : ''))),
      settings.muted,
    ],
    [t('options_off'), listed(settings.sites.off), settings.sites.off],
  ];
  const before = rows(now);
  const changes = rows(then).flatMap(([what, to, exact], at) => {
    const [, from, was] = before[at]!;
    return JSON.stringify(exact) === JSON.stringify(was) ? [] : [{ what, from, to }];
  });
  const asked = accessToAskFor(now.access, then.access);
  if (asked.everywhere) changes.push({ what: t('options_everywhere'), from: t('options_no'), to: t('options_asked') });
  if (asked.hosts.length > 0)
    changes.push({
      what: t('options_allowed'),
      from: listed(now.access.hosts),
      to: `+ ${listed(asked.hosts)} (${t('options_asked')})`,
    });
  return changes;
}

/** What a backup names and the reader has not given. Access that the backup does not name stays. */
export function accessToAskFor(now: Access, then: Access): Access {
  return {
    everywhere: then.everywhere && !now.everywhere,
    hosts: then.everywhere || now.everywhere ? [] : then.hosts.filter((host) => !now.hosts.includes(host)),
  };
}

const listed = (names: string[]): string => (names.length > 0 ? names.join(', ') : '–');
