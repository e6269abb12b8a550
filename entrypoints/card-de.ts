import { facts } from 'virtual:bridle/facts/de';
import { words } from 'virtual:bridle/words/card/de';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { bringCard } from '../platform/card-content.ts';

/** What the card says in German; the annotator comes after it. */
export default defineUnlistedScript(() => bringCard({ language: 'de', facts, words }));
