import { describe, expect, it } from 'vitest';
import { marked } from '../engine.ts';

/** A first paragraph of the affair in each language; the second names an institution as papers of that language write it. */
const openings = {
  en: 'NSO Group sells the spyware Pegasus to states.',
  fr: 'NSO Group vend le logiciel espion Pegasus à des États.',
  de: 'NSO Group verkauft die Spähsoftware Pegasus an Staaten.',
  es: 'NSO Group vende el programa espía Pegasus a gobiernos.',
  it: 'NSO Group vende lo spyware Pegasus ai governi.',
  nl: 'NSO Group verkoopt de spyware Pegasus aan staten.',
  pt: 'O NSO Group vende o programa espião Pegasus a governos.',
  lb: 'NSO Group verkeeft d’Spionagesoftware Pegasus u Staaten.',
  pl: 'NSO Group sprzedaje państwom oprogramowanie szpiegowskie Pegasus.',
  ar: 'تبيع مجموعة NSO برنامج التجسس بيغاسوس.',
  he: 'קבוצת NSO מוכרת את תוכנת הריגול פגסוס.',
} as const;

const namings: [language: keyof typeof openings, entity: string, name: string, sentence: string][] = [
  ['de', 'luxembourg-government', 'Luxemburger Regierung', 'Die Luxemburger Regierung prüft den Vorgang.'],
  ['de', 'luxembourg-government', 'Regierung Luxemburgs', 'Die Regierung Luxemburgs prüft den Vorgang.'],
  ['lb', 'luxembourg-government', 'Lëtzebuerger Regierung', 'D’Lëtzebuerger Regierung kuckt sech dat un.'],
  [
    'de',
    'luxembourg-foreign-ministry',
    'luxemburgische Außenministerium',
    'Das luxemburgische Außenministerium schweigt.',
  ],
  [
    'de',
    'luxembourg-foreign-ministry',
    'luxemburgischen Außenministerium',
    'Im luxemburgischen Außenministerium prüft man.',
  ],
  [
    'en',
    'luxembourg-foreign-ministry',
    'Luxembourg’s Foreign Ministry',
    'Luxembourg’s Foreign Ministry gave no answer.',
  ],
  ['fr', 'european-commission', 'Commission européenne', 'La Commission européenne n’a pas répondu.'],
  ['de', 'european-commission', 'Europäische Kommission', 'Die Europäische Kommission äußerte sich nicht.'],
  ['de', 'european-commission', 'Europäischen Kommission', 'Von der Europäischen Kommission kam nichts.'],
  ['es', 'european-commission', 'Comisión Europea', 'La Comisión Europea no respondió.'],
  ['fr', 'european-union', 'UE', 'L’UE n’a pris aucune sanction.'],
  ['en', 'european-union', 'EU', 'Campaigners want EU sanctions.'],
  ['de', 'european-union', 'EU', 'Von der EU kamen keine Sanktionen.'],
  ['pl', 'european-union', 'Unii Europejskiej', 'W Unii Europejskiej milczą.'],
  ['fr', 'us-supreme-court', 'Cour suprême américaine', 'La Cour suprême américaine pourrait être saisie.'],
  ['de', 'us-supreme-court', 'Supreme Court der USA', 'Der Supreme Court der USA könnte angerufen werden.'],
  ['fr', 'us-appeals-court', 'cour d’appel', 'Une cour d’appel (neuvième circuit) a tranché contre la firme.'],
  ['de', 'us-appeals-court', 'US-Berufungsgericht', 'Ein US-Berufungsgericht entschied gegen die Firma.'],
  ['en', 'us-district-court-california', 'Californian court', 'A Californian court will decide on the damages.'],
  ['fr', 'luxembourg-intelligence-service', 'SRE', 'Le SRE, à Luxembourg, ne commente pas.'],
  [
    'en',
    'luxembourg-intelligence-service',
    'Luxembourg’s intelligence service',
    'Luxembourg’s intelligence service says nothing.',
  ],
  [
    'lb',
    'luxembourg-intelligence-service',
    'Lëtzebuerger Geheimdéngscht',
    'De Lëtzebuerger Geheimdéngscht seet näischt.',
  ],
  ['de', 'luxembourg-police', 'Luxemburger Polizei', 'Die Luxemburger Polizei äußert sich nicht.'],
  ['es', 'morocco', 'Marruecos', 'Marruecos lo niega.'],
  ['it', 'morocco', 'Marocco', 'Il Marocco nega.'],
  ['pt', 'morocco', 'Marrocos', 'Marrocos nega.'],
  ['es', 'israel-government', 'gobierno israelí', 'El gobierno israelí guarda silencio.'],
  ['nl', 'israel-government', 'Israëlische regering', 'De Israëlische regering zwijgt.'],
  ['he', 'israel-government', 'ממשלת ישראל', 'ממשלת ישראל סירבה להגיב.'],
  ['ar', 'israel-government', 'الحكومة الإسرائيلية', 'رفضت الحكومة الإسرائيلية التعليق.'],
  [
    'fr',
    'israel-defence-ministry',
    'ministère israélien de la Défense',
    'Le ministère israélien de la Défense se tait.',
  ],
  [
    'de',
    'israel-defence-ministry',
    'israelisches Verteidigungsministerium',
    'Israelisches Verteidigungsministerium schweigt.',
  ],
  [
    'de',
    'israel-defence-ministry',
    'israelischem Verteidigungsministerium',
    'Von israelischem Verteidigungsministerium kam nichts.',
  ],
  [
    'de',
    'israel-defence-ministry',
    'israelischen Verteidigungsministerium',
    'Sprecher des israelischen Verteidigungsministeriums schweigen.',
  ],
  ['en', 'israel-defence-ministry', 'Israel’s Defence Ministry', 'Israel’s Defence Ministry declined to comment.'],
  ['en', 'israel-defence-ministry', 'Ministry of Defense', 'Israel’s Ministry of Defense declined to comment.'],
  [
    'fr',
    'un-human-rights-council',
    'Conseil des droits de l’homme de l’ONU',
    'Le pays siège au Conseil des droits de l’homme de l’ONU.',
  ],
  ['de', 'un-human-rights-council', 'UN-Menschenrechtsrat', 'Das Land sitzt im UN-Menschenrechtsrat.'],
  ['nl', 'nso-group', 'NSO-groep', 'De NSO-groep spreekt dat tegen.'],
  ['en', 'us-administration', 'US administration', 'The US administration gave its reasons.'],
  ['fr', 'us-administration', 'administration américaine', 'L’administration américaine a donné ses raisons.'],
  ['de', 'us-administration', 'US-Regierung', 'Die US-Regierung nannte Gründe.'],
  ['en', 'meta', 'Facebook', 'The suit was brought by Facebook, the parent of the messenger.'],
  ['de', 'forbidden-stories', 'Forbidden Storys', 'Das Netzwerk Forbidden Storys koordinierte die Recherche.'],
  ['en', 'eu-foreign-policy-chief', 'EU’s foreign policy chief', 'A letter went to the EU’s foreign policy chief.'],
  ['de', 'eu-foreign-policy-chief', 'EU-Außenbeauftragten', 'Ein Brief ging an den EU-Außenbeauftragten.'],
  ['en', 'afp', 'AFP', 'A spokesman told AFP that nothing was wrong.'],
];

describe('a text of the affair names institutions as its language does', () => {
  it.each(namings)('in %s, %s is read as %s', (language, entity, name, sentence) => {
    const found = marked(openings[language], sentence);
    expect(found.map((mark) => mark.toLowerCase())).toContain(`${entity}: ${name}`.toLowerCase());
  });
});

describe('an ambiguous form is left alone', () => {
  it.each([
    ['SRE of a software team', 'The SRE on call restarted Kubernetes and told the devops channel.'],
    ['UE of a curriculum', 'Cette UE vaut 6 ECTS au second semestre.'],
    ['India’s Supreme Court', 'India’s Supreme Court set up a committee in Delhi.'],
    ['an appeals court elsewhere', 'La cour d’appel de Paris a jugé une affaire de loyers.'],
    ['a button for sharing', 'Share: Facebook'],
    ['the Italian chamber', 'La Camera dei deputati a Montecitorio vota domani.'],
    ['Roosevelt’s middle name', 'Franklin Delano Roosevelt was elected four times.'],
  ])('%s', (_, sentence) => {
    expect(marked(openings.en, sentence).filter((mark) => !/^(?:nso-group|pegasus):/.test(mark))).toEqual([]);
  });
});
