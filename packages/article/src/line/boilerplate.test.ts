import { describe, expect, it } from 'vitest';
import { isBoilerplate } from './boilerplate.ts';

describe('isBoilerplate', () => {
  it.each([
    'Czytaj też: Czy most wytrzyma zimę?',
    'También puede leer: El puente abre en mayo',
    'À lire aussi » Le pont tiendra-t-il ?',
    '>> Hier finden Sie alle Termine im Überblick.',
    'Beitragsbild: Das Rathaus am 2.4.2019, Ausriss.',
    'Ada Quill am Hafen. © AFP / BO REED',
    'The lighthouse in winter. (quill / iStock.com)',
    'Neben dem Hafen steht das Rathaus. 21.04.2024 | 3:18 min',
    'Subscribe now to our evening edition for the full story.',
    'For the latest news download the Example apps for iOS and Android.',
    'We may receive compensation when you click on links.',
    'Your email address will not be published. Required fields are marked.',
    'Quill reported from Lodar and Reed from Marvik. The writers Cay Moor in Tesk and Dun Lay in Orm contributed to this report.',
    'Image caption The pier was closed for several years.',
    'FILE - In this Monday, May 3, 2021 file photo, boats lie in the harbour.',
    'Copyright 2021 The Example. All rights reserved.',
    'Ada Quill is a correspondent who covers ports. Follow her on the usual channels.',
    'Newsletter Sign Up Continue reading the main story Please enter your address.',
    'Photos: The harbour in winter Boats lie in the ice.',
    'Dieser Artikel ist zuerst bei "Example" erschienen.',
    'Das Rathaus am Hafen steht seit Mai leer. Foto: Ada Quill/dpa',
    'An aerial view of the pier, at left.Photograph by Bo Reed',
    'Los pilotos, durante el desfile en la bahía.EFE',
    'Ada Quill fährt eine starke Saison, Foto: Example Images',
    'Boats lie in the ice again this year… pic.twitter.com/AbCdEfGhIj',
    'Der Hafen wird im Mai erweitert, sagt die Stadt. Wie teuer wird das? mehr',
    'This website uses cookies to collect information about your visit.',
    'Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.',
    'Dieser Artikel ist eine Übersetzung aus dem Englischen.',
    'Der Beitrag wurde am Mittwoch, den 3. Mai 2021 um 10:20 Uhr veröffentlicht.',
    'By signing up, you agree to receive occasional offers.',
    'Neues vom Hafen jeden Tag. Hier kostenlos abonnieren.',
  ])('takes out "%s"', (line) => expect(isBoilerplate(line)).toBe(true));

  it.each([
    'Lee: I never wanted the bridge to open this early.',
    'Read more books, the mayor told pupils on Monday.',
    'In this town a photographer is an institution.',
    'He is the author of a report on ports and will follow the debate.',
    'Related costs rose by a third, the council said.',
    'She subscribed to the newsletter of the harbour office in May.',
    'He said the photo: a blurred one, proved nothing.',
    'The story ran in the evening edition and was withdrawn.',
    'Join forces or lose the vote, she warned the two parties.',
    'The recommended dose is 5 mg; figure 3 shows why.',
    'They may receive compensation from the port authority.',
    'The photo: a blurred one, proved nothing, said the judge in her ruling.',
    'Die Stadt will nun deutlich mehr',
    'Wer mitmachen will, kann sich bis Mai kostenlos anmelden.',
    'The office uses cookies to win over its visitors, said the mayor.',
    'The views expressed by both sides were far apart.',
    `${'The pier was closed for several years, and then for more. '.repeat(6)}Foto: Ada Quill`,
  ])('leaves "%s"', (line) => expect(isBoilerplate(line)).toBe(false));

  it('looks at no more than a paragraph', () => expect(isBoilerplate(`Read more: ${'x '.repeat(300)}`)).toBe(false));
});
