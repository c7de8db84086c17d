// The words of money in Romanian, Russian, Ukrainian, English and Italian: units and currencies as they are written,
// everything else as SearchText folds it (no diacritics: й is и, ё is е, ї is і; no quotes or apostrophes).
using System.Text.RegularExpressions;

namespace CommunicationStrategy.ActionPlan.Domain;

/// <summary>Vocabulary only; what is made of it stands in <see cref="CostReader"/>.</summary>
internal static class CostWords
{
    public const string Thousand = "mii( de)?|mie|тысяч[аи]?|тыс|тисяч[аі]?|тис|thousands?|thou|migliaia( di)?|mila|k";
    public const string Million = "milioane( de)?|milion|millions?|milion[ei]( di)?|mln|mil|mio|миллион(ов|а)?|млн|мільйон(ів|а|и)?";
    public const string Billion = "miliarde( de)?|miliard|billions?|miliard[oi]( di)?|mlrd|mld|bn|миллиард(ов|а)?|млрд|мільярд(ів|а|и)?";

    /// <summary>How a currency is written, with its code; "lei" are those of the plan where it reckons in lei.</summary>
    public static readonly IReadOnlyList<(string Code, string Words)> Currencies =
    [
        (Lei, "lei( moldovenesti| moldovenești)?|leu|лей|лея|леев|леи"),
        ("MDL", "mdl"), ("RON", "ron"), ("EUR", "eur(o|os)?|€|евро|євро"), ("USD", "us[d$]|\\$|dolari( sua)?|dollars?|dollari|доллар(ов|а|ы)?|долл|долар(ів|и|а)?"),
        ("UAH", "uah|₴|грн|гривен|гривень|гривн[ия]|hryvnias?"), ("RUB", "rub|₽|руб(лей|ля|ль)?"), ("GBP", "gbp|£"), ("CHF", "chf"), ("SEK", "sek"),
    ];

    public const string Lei = "lei";

    /// <summary>About so much: an estimate is what a plan's cost is anyway.</summary>
    public static readonly Regex Approximately = Of("^(circa|cca|ca|aprox|aproximativ|estimativ|approx|approximately|about|estimated|около|примерно|ориентировочно|приблизительно|близько|орієнтовно|приблизно|~|≈)$");

    public static readonly Regex Total = Of("^(in total|total general|total|totally|suma totala|suma|cost(ul|uri|urile)? totale?|cost|costuri|costul|costurile|buget total|total cost|total budget|всего|итого|общая стоимость|стоимость|сумма|разом|усього|всього|загальна вартість|вартість|totale|costo totale|costo|inclusiv|including|в том числе|dintre care|din care)$");

    public static readonly Regex YearLabel = Of("^(pentru |in |for |на |в |у |за |per |nel )?(anul |year |anno )?(?<year>20[0-9]{2})( г| год| году| р| рік| році| року| года)?$");

    /// <summary>A year inside a sentence, which is no amount.</summary>
    public static readonly Regex YearInWords = Of(@"((anul|anii|an|in|pentru|for|of|year|на|в|за|у|per|anno|nel|del) (20[0-9]{2})([-–, ]+(20[0-9]{2}))*|(20[0-9]{2})([-–, ]+(20[0-9]{2}))* ?(г|гг|год|году|года|годы|р|рр|рік|році|року|роки))(?!\w)");

    public static readonly Regex WithinLimits = Of(
        @"\bwithin\b.*\b(budgets?|budgetary|allocations?|appropriations?|funds|funding|resources|means|limits?)\b|\b(approved|existing|available|allocated|current|annual) budgets?\b|\bno (additional|extra|supplementary) (costs?|funding|funds|resources|expenditures?|expenses)\b|without (additional|extra) (costs?|funding|funds|resources|expenses)|(not require|require no) (any )?(additional|extra) "
        + @"|\blimit(a|ele|elor)\b.*\b(buget|aloca|mijloac|resurs|fond|surs|costur)|\bin cadrul\b.*\b(buget|aloca|mijloac|fondur)|\bbuget(ul|ului|e|ele)? (\w+ )?(aprobat|alocat|existent|disponibil|curent|anual)|\b(aloca\w*|mijloace\w*|resurse\w*) (bugetare |financiare )?(aprobat|existent|disponibil|prevazut)|(fara|nu (necesita|implica|sunt necesare|presupune)) (costuri|cheltuieli|resurse|mijloace|surse|finantare)? ?(financiare )?(suplimentar|aditional)"
        + @"|\bв (пределах|рамках)\b.*\b(бюджет|средств|ассигнован|финансирован|лимит|расход|ресурс)|(утвержденн|предусмотренн|текущ|действующ)\w* бюджет|бюджет\w* (утвержден|предусмотрен)|без дополнительн|не требу\w+ дополнительн|дополнительн\w+ (затрат|расход|средств|финансир)\w* не требу"
        + @"|\b(в|у) межах\b.*\b(бюджет|кошт|асигнуван|видатк|призначен|фінансуван|ресурс)|\bв рамках\b.*\b(кошт|асигнуван|видатк|призначен|фінансуван)|(затверджен|передбачен)\w* бюджет|бюджет\w* (затверджен|передбачен)|без додатков|не потребу\w+ додатков|додатков\w+ (витрат|кошт|видатк|фінанс)\w* не потребу"
        + @"|\b(nei limiti|entro i limiti|nellambito|a valere|nel quadro)\b.*\b(bilancio|stanziament|risors|budget|fond|dotazion)|\bbilancio (approvato|esistente|vigente)|(senza|non comporta|nessun) (nuovi o maggiori|nuovi|maggiori|costi aggiuntivi|oneri aggiuntivi|spese aggiuntive|costo aggiuntivo|onere aggiuntivo)|invarianza (finanziaria|di spesa)|(risorse|stanziamenti) (\w+ )?(disponibili|esistenti) a legislazione vigente");

    public static readonly Regex NoCost = Of(
        @"\bno (costs?|funding|funds|financing|budget|expenditures?|expenses|financial resources)\b|\bnot require (any )?(costs?|funding|funds|financing|expenditure|expenses|financial|budget)|\brequires? no (costs?|funding|funds|financing|expenditure|expenses|financial|budget)|\bfunding (is )?not (required|needed)|\bnot? costs? (required|needed)|\bcost(s)? (is |are )?not (required|needed)|\bwithout (costs?|funding|expenses|expenditure|financing)\b|\bcost-?free\b|\bcostless\b|\bfree of charge\b|\bzero costs?\b"
        + @"|\bnu (necesita|implica|presupune|comporta|sunt necesare|este necesara|se prevad|solicita) (costuri|cheltuieli|resurse|finantare|mijloace|surse|alocatii|fonduri|buget)|\b(costuri|cheltuieli|finantare\w*) nu (sunt|este|se) (necesar|prevaz|solicit)|\bfara (costuri|cheltuieli|finantare|alocatii|surse financiare|mijloace|resurse financiare|buget)|\bcost(uri)? zero\b|\bcost 0\b|\bgratuit\b"
        + @"|\bне требу\w+ (\w+ )?(затрат|расход|средств|финанс|ассигн|вложен)|\b(затрат|расход|средств|финансирован)\w* не требу|^не требуется$|\bбез (затрат|расходов|финансирования|финансовых|привлечения средств|выделения)|\bбесплатно\b"
        + @"|\bне потребу\w+ (\w+ )?(витрат|кошт|видатк|фінанс|асигн)|\b(витрат|кошт|видатк|фінансуван)\w* не потребу|^не потребує(ться)?$|\bбез (витрат|видатків|фінансування|фінансових|залучення коштів)|\bбезкоштовно\b"
        + @"|\bnessun(a)? (costo|onere|spesa)|\bsenza (costi|oneri|spese|alcun costo)|\b(a )?costo zero\b|\bnon (comporta|richiede|prevede|sono previsti|necessita di) (costi|oneri|spese|risorse|finanziamenti|alcun costo)|\bgratuito\b");

    /// <summary>Words for each source, the more special ones first. What they are found in is cut out before the next are tried.</summary>
    public static readonly IReadOnlyList<(BudgetSource Source, bool Names, Regex Words)> Sources =
    [
        (BudgetSource.TechnicalAssistance, false, Of(@"((funds|funding|means) (of|from) )?(international )?technical (assistance|aid)( funds| funding| projects?)?|(mijloace(le)?|surse|fonduri|sursele) (din |de |ale )?asistent(a|ei) tehnic[ae]( internationala)?|asistent[aei]+ (tehnic[ae]|extern[ae]|international[ae])( international[ae])?|((средств\w*|кошт\w*) )?((международн\w+|міжнародн\w+) )?(техническ\w+|технічн\w+) (помощ\w+|допомог\w+)|техпомощ\w*|\bмтд\b|assistenza tecnica( internazionale)?")),
        (BudgetSource.LocalBudget, false, Of(@"\bbuget\w* (local[ae]?|locale|apl|al apl|uat|uta|raional\w*|municipal\w*|autoritatilor locale|autoritatilor publice locale|administratiei publice locale)( [12i]+)?\b|\blocal (budgets?|government budgets?|authorit\w+ budgets?)|\b(apl|lpa|uat)\b|(местн\w+|муниципальн\w+|районн\w+|місцев\w+) бюджет\w*|бюджет\w* (мпу|апл|примэри\w+|местн\w+ \w+|район\w*|громад\w*)|bilanci(o)? (local[ei]|comunal[ei]|regional[ei])")),
        (BudgetSource.StateBudget, false, Of(@"\bbuget\w* (de stat|statului|public( national)?|national|central)\b|\b(state|national|central|government) budget\b|\bbudget of (the )?state\b|государственн\w+ бюджет\w*|госбюджет\w*|бюджет\w* государств\w*|республиканск\w+ бюджет\w*|державн\w+ бюджет\w*|держбюджет\w*|bilancio (dello stato|statale|nazionale)|\bbs\b")),
        (BudgetSource.Ngo, false, Of(@"\bong(-uri\w*|uri\w*)?\b|\bngos?\b|\bcsos?\b|\bosc\b|(buget\w* )?(organizatii\w*|asociatii\w*|fundatii\w*) (neguvernamentale|obstesti|necomerciale)|societat\w+ civil\w*|civil society( organi[sz]ations?)?|non-?governmental organi[sz]ations?|\bнпо\b|\bнко\b|неправительственн\w+ организаци\w+|общественн\w+ (организаци|объединени)\w+|гражданск\w+ обществ\w+|громадськ\w+ (організаці|об.?єднан)\w+|\bгромадянськ\w+ суспільств\w+|societa civile|organizzazioni non governative")),
        (BudgetSource.Ngo, true, Of(@"\b(fundati[ae]|asociati[ae])( \w+)+|\b(\w+ )+(foundation|association)\b|\bla strada\b")),
        (BudgetSource.Donor, false, Of(@"\b(international |external |foreign )?(donors?|grants?|grant funds|development partners?|projects?|project funds|funders?|sponsors?)\b|\bexternal (funds|funding|sources?|financing|assistance)\b|\b(surse|sursele|fonduri|finantare|finantari|resurse|mijloace|asistenta) (externe?|europene|ue)( nerambursabil\w*)?|\b(donator\w*|granturi\w*|grant\w*|sponsor\w*|proiect\w*|fonduri europene)( (international|extern)\w*)?|parteneri\w* (de dezvoltare|extern\w*|international\w*)|международн\w+ (организаци|партнер)\w+|(международн\w+ |внешн\w+ |міжнародн\w+ |зовнішн\w+ )?(донор\w*|грант\w*|проект\w*|спонсор\w*|источник\w* финансирования)|внешн\w+ (источник|средств|финансирован|помощ)\w*|зовнішн\w+ (джерел|кошт|фінансуван|допомог)\w*|партнер\w* (по )?(развити|розвитк)\w*|(fondi|finanziamenti) (europei|esterni|ue)|donator[ei]|progetti|progetto")),
        (BudgetSource.Donor, true, Of(@"\b(iom|oim|undp|pnud|unicef|unfpa|unhcr|usaid|osce|oscd|unodc|ilo|giz|sida|sdc|un women|ue|eu|european union|uniunea europeana|consiliul europei|council of europe|banca mondiala|world bank)\b|\b(мом|проон|юнисеф|юнфпа|обсе|ес|євросоюз|евросоюз|європейський союз|европейский союз|совет европы|рада європи|всемирный банк|світовий банк)\b")),
        (BudgetSource.InKind, false, Of(@"\bin kind\b|\bin-kind\b|\bin natura\b|в натуральн\w+ \w+|натуральн\w+|\bvoluntar\w*|\bvolunteer\w*|\bволонтер\w*")),
        (BudgetSource.InstitutionBudget, false, Of(@"\b(own|institutional|internal) (budgets?|resources?|funds|means|sources?)\b|\bbudgets? of (the )?(\w+ )?(institution|executor|implement)\w*|\b(institutions?|implementers?) (own )?budgets?\b|\b(surse|sursele|resurse|mijloace|venituri|fonduri|buget\w*) propri\w*|\bbuget\w* (institut|autorit|entitat|executor|respons)\w*( \w*(respons|public|impl)\w*)?|\bсобственн\w+ (средств|бюджет|ресурс|источник)\w*|бюджет\w* (учрежд|институц|ведомств|орган|исполнител)\w*|\bвласн\w+ (кошт|ресурс|бюджет)\w*|бюджет\w* (установ|виконавц)\w*|\b(fondi|risorse|bilancio) propri\w*|\bbilancio (dell)?(ente|enti|amministrazion)\w*")),
        (BudgetSource.InstitutionBudget, true, Of(@"\bbudget of (the )?(ministr|agenc|authorit)\w*( \w+)*|\b(ministry|agency)( \w+)+|\bbuget(ul)? (minister|agenti|secretariat|inspector|centr)\w*( \w+)*|\bministerul( \w+)+|\bagentia( \w+)+|бюджет\w* (министер|агентств|міністер)\w*( \w+)*|\b(министерство|агентство|міністерство)( \w+)+|\bbuget(ul)? (?!de |din |si |sau |local|total|estimat|public|national|stat)[a-z]{2,}\b")),
    ];

    /// <summary>"Budget" and no more: whose is a guess.</summary>
    public static readonly Regex SomeBudget = Of(@"^(din |from |из |с |з )?(the )?(buget\w*|budget|бюджет\w*|bilancio)( \w*финанс\w*| средств\w*)?$");

    /// <summary>Words between sources that say nothing themselves.</summary>
    public static readonly Regex Filler = Of(@"\b(and/or|and|or|from|of|the|funds|funding|source|sources|si/sau|si|sau|din|de|la|cu|sursa|surse|sursele|mijloace|mijloacele|fonduri|contul|alte|suportul|finantare|и/или|и|или|за счет|средств|средства|источник|источники|та/або|та|або|й|за рахунок|кошти|коштів|e/o|e|o|di|dal|del|fondi|fonte|other|другие|иные)\b|[/+&,.()]");

    /// <summary>A pattern on folded text: its own letters are folded the same way.</summary>
    public static Regex Of(string pattern) => new(pattern.Replace('й', 'и').Replace('ё', 'е').Replace('ї', 'і'), RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
}
