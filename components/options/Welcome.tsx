import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Facts } from '../../data/facts.ts';
import type { SiteFault } from '../../platform/site-name.ts';
import { readableHost } from '../../presentation/host-name.ts';
import { reachOf } from '../../presentation/reach.ts';
import { useWords } from '../words.ts';
import type { Access } from './model.ts';
import type { PaintSample } from './Sample.tsx';
import { SiteField } from './SiteField.tsx';
import { WelcomeSample } from './WelcomeSample.tsx';

export interface NewsSite {
  host: string;
  name: string;
}

interface Props {
  facts: Facts;
  paintSample: PaintSample;
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

/** What Bridle does, what it never does, and where it may do it. */
export function Welcome(props: Props) {
  const { facts, paintSample, access, publishers, partners, siteNameOf, onClickOnly, onSites, onEverywhere } = props;
  const { t, date } = useWords();
  const { reports, from, to } = reachOf(facts);
  const suggested = [...publishers, ...partners].map(({ host }) => host);
  const [chosen, setChosen] = useState(() => (access.hosts.length > 0 ? access.hosts : suggested));
  const [added, setAdded] = useState<string[]>([]);
  const [isRefused, setRefused] = useState(false);
  const current = access.everywhere ? 'everywhere' : access.hosts.length > 0 ? 'sites' : 'click';
  const own = [...new Set([...access.hosts, ...added])]
    .filter((host) => !suggested.includes(host))
    .map((host) => ({ host, name: readableHost(host) }));
  const ask = (answer: Promise<boolean>) => void answer.then((isGiven) => setRefused(!isGiven));
  const add = (input: string): SiteFault | null => {
    const read = siteNameOf(input);
    if ('fault' in read) return read.fault;
    setAdded((before) => [...before, read.host]);
    setChosen((before) => [...new Set([...before, read.host])]);
    return null;
  };
  const list = {
    chosen,
    onChoose: (host: string, on: boolean) =>
      setChosen((before) => (on ? [...before, host] : before.filter((other) => other !== host))),
  };
  return (
    <div class="page welcome">
      <header>
        <h1>Bridle</h1>
        <p class="lead">{t('welcome_lead')}</p>
        <p class="soft reach">{t('welcome_reach', { n: reports, from: date(from), to: date(to) })}</p>
      </header>
      <main>
        <section aria-labelledby="does">
          <h2 id="does">{t('welcome_does')}</h2>
          <div class="body">
            <WelcomeSample facts={facts} paint={paintSample} />
            <p>{t('welcome_does_marks')}</p>
            <p>{t('welcome_does_card')}</p>
            <p>{t('welcome_does_search')}</p>
          </div>
        </section>
        <section aria-labelledby="never">
          <h2 id="never">{t('welcome_never')}</h2>
          <div class="body">
            <p>
              <strong>{t('welcome_never_sends')}</strong> {t('welcome_never_asks')}
            </p>
            <p>{t('welcome_never_judges')}</p>
          </div>
        </section>
        <section aria-labelledby="where">
          <h2 id="where">{t('welcome_where')}</h2>
          <div class="body">
            <p>{t('welcome_where_about')}</p>
            <Choice title={t('welcome_click')} about={t('welcome_click_about')} isCurrent={current === 'click'}>
              {current !== 'click' && (
                <button type="button" class="action" onClick={onClickOnly}>
                  {t('welcome_click_choose')}
                </button>
              )}
            </Choice>
            <Choice title={t('welcome_sites')} about={t('welcome_sites_about')} isCurrent={current === 'sites'}>
              <details open={current === 'sites' || undefined}>
                <summary>{t('welcome_sites_list', { n: chosen.length })}</summary>
                <SiteBoxes label={t('welcome_publishers')} sites={publishers} {...list} />
                <SiteBoxes label={t('welcome_partners')} sites={partners} {...list} />
                {own.length > 0 && <SiteBoxes label={t('welcome_own')} sites={own} {...list} />}
                <SiteField label={t('welcome_add_label')} action={t('welcome_add')} onAdd={add} />
              </details>
              <button
                type="button"
                class={current === 'click' ? 'action main' : 'action'}
                disabled={chosen.length === 0}
                onClick={() => ask(onSites(chosen))}
              >
                {t(current === 'sites' ? 'welcome_sites_update' : 'welcome_sites_choose')}
              </button>
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
            <p>
              {t('welcome_example_about')} <a href="/example.html">{t('welcome_example')}</a>
            </p>
          </div>
        </section>
        <section aria-labelledby="later">
          <h2 id="later">{t('welcome_later')}</h2>
          <div class="body">
            <p>{t('welcome_later_about')}</p>
            <p>
              <a href="/options.html">{t('welcome_options')}</a>
            </p>
          </div>
        </section>
      </main>
    </div>
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
