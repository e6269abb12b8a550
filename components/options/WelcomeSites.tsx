import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { SiteFault } from '../../platform/site-name.ts';
import { readableHost } from '../../presentation/host-name.ts';
import { useWords } from '../words.ts';
import type { Access } from './model.ts';
import { SiteField } from './SiteField.tsx';

export interface NewsSite {
  host: string;
  name: string;
}

export interface WelcomeSitesProps {
  access: Access;
  publishers: NewsSite[];
  partners: NewsSite[];
  siteNameOf(input: string): { host: string } | { fault: SiteFault };
  /** Gives every access back. */
  onClickOnly(): void;
  /** Within the click: these and no others. Answers false where the reader refused. */
  onSites(hosts: string[]): Promise<boolean>;
  /** Within the click. Answers false where the reader refused. */
  onEverywhere(): Promise<boolean>;
}

/** Where Bridle may read: on a click, on the sites of a list, or everywhere. */
export function WelcomeSites(props: WelcomeSitesProps) {
  const { access, onClickOnly, onSites, onEverywhere } = props;
  const { t } = useWords();
  const [isRefused, setRefused] = useState(false);
  const current = access.everywhere ? 'everywhere' : access.hosts.length > 0 ? 'sites' : 'click';
  const ask = (answer: Promise<boolean>) => void answer.then((isGiven) => setRefused(!isGiven));
  return (
    <>
      <Choice title={t('welcome_click')} about={t('welcome_click_about')} isCurrent={current === 'click'}>
        {current !== 'click' && (
          <button type="button" class="action" onClick={onClickOnly}>
            {t('welcome_click_choose')}
          </button>
        )}
      </Choice>
      <Choice title={t('welcome_sites')} about={t('welcome_sites_about')} isCurrent={current === 'sites'}>
        <SiteList {...props} current={current} onChoose={(hosts) => ask(onSites(hosts))} />
      </Choice>
      <Choice
        title={t('welcome_everywhere')}
        about={t('welcome_everywhere_about')}
        isCurrent={current === 'everywhere'}
      >
        {current !== 'everywhere' && (
          <button type="button" class="action" onClick={() => ask(onEverywhere())}>
            {t('welcome_everywhere_choose')}
          </button>
        )}
      </Choice>
      <p class="fault" role="alert">
        {isRefused && t('welcome_refused')}
      </p>
      <p role="status" class="unseen">
        {t(`welcome_now_${current}`)}
      </p>
    </>
  );
}

function Choice({
  title,
  about,
  isCurrent,
  children,
}: {
  title: string;
  about: string;
  isCurrent: boolean;
  children: ComponentChildren;
}) {
  const { t } = useWords();
  return (
    <article class="choice" aria-current={isCurrent || undefined}>
      <h3>
        {title} {isCurrent && <span class="chosen">{t('welcome_chosen')}</span>}
      </h3>
      <p>{about}</p>
      {children}
    </article>
  );
}

type SiteListProps = Pick<WelcomeSitesProps, 'access' | 'publishers' | 'partners' | 'siteNameOf'> & {
  current: 'click' | 'sites' | 'everywhere';
  onChoose(hosts: string[]): void;
};

/** The suggested sites and the reader's own, to be edited before the browser is asked for them. */
function SiteList({ access, publishers, partners, siteNameOf, current, onChoose }: SiteListProps) {
  const { t } = useWords();
  const suggested = [...publishers, ...partners].map(({ host }) => host);
  const [chosen, setChosen] = useState(() => (access.hosts.length > 0 ? access.hosts : suggested));
  const [added, setAdded] = useState<string[]>([]);
  const own = [...new Set([...access.hosts, ...added])]
    .filter((host) => !suggested.includes(host))
    .map((host) => ({ host, name: readableHost(host) }));
  const add = (input: string): SiteFault | null => {
    const read = siteNameOf(input);
    if ('fault' in read) return read.fault;
    setAdded((before) => [...before, read.host]);
    setChosen((before) => [...new Set([...before, read.host])]);
    return null;
  };
  const boxes = {
    chosen,
    onChoose: (host: string, on: boolean) =>
      setChosen((before) => (on ? [...before, host] : before.filter((other) => other !== host))),
  };
  return (
    <>
      <details open={current === 'sites' || undefined}>
        <summary>{t('welcome_sites_list', { n: chosen.length })}</summary>
        <SiteBoxes label={t('welcome_publishers')} sites={publishers} {...boxes} />
        <SiteBoxes label={t('welcome_partners')} sites={partners} {...boxes} />
        {own.length > 0 && <SiteBoxes label={t('welcome_own')} sites={own} {...boxes} />}
        <SiteField label={t('welcome_add_label')} action={t('welcome_add')} onAdd={add} />
      </details>
      <button
        type="button"
        class={current === 'click' ? 'action main' : 'action'}
        disabled={chosen.length === 0}
        onClick={() => onChoose(chosen)}
      >
        {t(current === 'sites' ? 'welcome_sites_update' : 'welcome_sites_choose')}
      </button>
    </>
  );
}

interface BoxesProps {
  label: string;
  sites: NewsSite[];
  chosen: string[];
  onChoose(host: string, on: boolean): void;
}

function SiteBoxes({ label, sites, chosen, onChoose }: BoxesProps) {
  return (
    <fieldset class="boxes">
      <legend class="eyebrow">{label}</legend>
      {sites.map(({ host, name }) => (
        <label key={host}>
          <input
            type="checkbox"
            checked={chosen.includes(host)}
            onChange={({ currentTarget }) => onChoose(host, currentTarget.checked)}
          />
          <span>
            {name} {name !== host && <span class="soft">{host}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
