import { facts } from 'virtual:bridle/facts/fr';
import { words } from 'virtual:bridle/words/card/fr';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { bringCard } from '../platform/card-content.ts';

/** What the card says in French; the annotator comes after it. */
export default defineUnlistedScript(() => bringCard({ language: 'fr', facts, words }));
