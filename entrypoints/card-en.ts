import { facts } from 'virtual:bridle/facts/en';
import { words } from 'virtual:bridle/words/card/en';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { bringCard } from '../platform/card-content.ts';

/** What the card says in English; the annotator comes after it. */
export default defineUnlistedScript(() => bringCard({ language: 'en', facts, words }));
