// The words deadlines are made of, in English, Romanian, Russian, Ukrainian and Italian, as Phrase folds them.
using System.Text.RegularExpressions;

namespace CommunicationStrategy.ActionPlan.Domain.Deadlines;

/// <summary>Vocabulary only: what words there are, and what number each stands for. Sentences are in the rules.</summary>
internal static class Vocabulary
{
    public static readonly IReadOnlyDictionary<string, int> Months = Numbered(
        (1, "january jan ianuarie ian январь января январе январю янв січень січня січні gennaio genn gen"),
        (2, "february feb febr februarie февраль февраля феврале февралю февр фев лютий лютого лютому febbraio febb"),
        (3, "march mar martie mart март марта марте марту мар березень березня березні marzo"),
        (4, "april apr aprilie апрель апреля апреле апрелю апр квітень квітня квітні aprile"),
        (5, "may mai май мая мае маю травень травня травні maggio magg mag"),
        (6, "june jun iunie iun июнь июня июне июню июн червень червня червні giugno giu"),
        (7, "july jul iulie iul июль июля июле июлю июл липень липня липні luglio lug"),
        (8, "august aug август августа августе августу авг серпень серпня серпні agosto ago"),
        (9, "september sept sep septembrie сентябрь сентября сентябре сентябрю сент сен вересень вересня вересні settembre sett set"),
        (10, "october oct octombrie октябрь октября октябре октябрю окт жовтень жовтня жовтні ottobre ott"),
        (11, "november nov noiembrie noiem noi ноябрь ноября ноябре ноябрю нояб ноя листопад листопада листопаді novembre"),
        (12, "december dec decembrie декабрь декабря декабре декабрю дек грудень грудня грудні dicembre dic"));

    /// <summary>The month a season ends in.</summary>
    public static readonly IReadOnlyDictionary<string, int> Seasons = Numbered(
        (5, "spring primavara primaverii весна весны весной весне навесні primavera"),
        (8, "summer vara verii лето лета летом влітку літо estate"),
        (11, "autumn fall toamna toamnei осень осени осенью восени осінь autunno"),
        (2, "winter iarna iernii зима зимы зимой взимку inverno"));

    /// <summary>Ordinals; 0 is the last one.</summary>
    public static readonly IReadOnlyDictionary<string, int> Ordinals = Numbered(
        (1, "i 1 first intai intii prim primul prima primului primo первый первое первом первого первая первой перший першого першому перше"),
        (2, "ii 2 second doilea doua secondo seconda второй второе втором второго вторая другий другого другому друге"),
        (3, "iii 3 third treilea treia terzo terza третий третье третьем третьего третья третій третього третьому"),
        (4, "iv 4 fourth patrulea patra quarto quarta четвертый четвертом четвертого четвертий четвертого четвертому"),
        (0, "last final ultimul ultimului ultima последний последнем последнего последнее последняя останній останньому ultimo"));

    public static readonly IReadOnlyDictionary<string, int> Numbers = Numbered(
        (1, "one a an un o una unu uno один одного одной одна одну одному одне однієї"),
        (2, "two doi doua два две двух двум дві двох due"),
        (3, "three trei три трех трем трьох tre"),
        (4, "four patru четыре четырех чотири чотирьох quattro"),
        (5, "five cinci пять пяти п'ять п'яти cinque"),
        (6, "six sase шесть шести шість шести sei"),
        (7, "seven sapte семь семи сім sette"),
        (8, "eight opt восемь восьми вісім otto"),
        (9, "nine noua девять девяти дев'ять nove"),
        (10, "ten zece десять десяти dieci"),
        (12, "twelve doisprezece двенадцать двенадцати дванадцять дванадцяти dodici"),
        (14, "fourteen paisprezece четырнадцать четырнадцати"),
        (15, "fifteen cincisprezece пятнадцать пятнадцати quindici"),
        (20, "twenty douazeci двадцать двадцати venti"),
        (30, "thirty treizeci тридцать тридцати тридцяти trenta"),
        (60, "sixty saizeci шестьдесят шестидесяти sessanta"),
        (90, "ninety nouazeci девяносто novanta"));

    /// <summary>How many months a unit of time has.</summary>
    public static readonly IReadOnlyDictionary<string, int> MonthUnits = Numbered(
        (1, "month months luna luni lunii месяц месяца месяцев місяць місяця місяці місяців mese mesi"),
        (3, "quarter quarters trimestru trimestre trimestrul квартал квартала кварталов trimestri"),
        (6, "half-year semester semesters semestru semestre semestri полугодие полугодия полугодий півріччя полгода"),
        (12, "year years an ani год года году лет рік року роки років anno anni"));

    /// <summary>How many days a unit of time has.</summary>
    public static readonly IReadOnlyDictionary<string, int> DayUnits = Numbered(
        (1, "day days zi zile день дня дней дні днів giorno giorni"),
        (7, "week weeks saptamina saptamana saptamini saptamani неделю неделя недели недель тиждень тижня тижні тижнів settimana settimane"));

    /// <summary>Adverbs and phrases for "once in every period of n months"; 0 stands for a week.</summary>
    public static readonly IReadOnlyDictionary<string, int> Frequencies = Numbered('|',
        (0, "weekly|saptamanal|saptaminal|еженедельно|щотижня|settimanale|settimanalmente"),
        (1, "monthly|on a monthly basis|lunar|lunara|fiecarei luni|ежемесячно|ежемесячный|щомісяця|щомісячно|mensile|mensilmente|of each month|of every month|in fiecare luna|a fiecarei luni|al fiecarei luni|каждого месяца|каждый месяц|кожного місяця|di ogni mese"),
        (3, "quarterly|on a quarterly basis|trimestrial|trimestriala|fiecarui trimestru|ежеквартально|ежеквартальный|щокварталу|щоквартально|trimestrale|trimestralmente|of each quarter|of every quarter|in fiecare trimestru|al fiecarui trimestru|каждого квартала|каждый квартал|di ogni trimestre"),
        (6, "half-yearly|half yearly|semi-annually|semiannually|six-monthly|twice-yearly|semestrial|semestriala|fiecarui semestru|каждого полугодия|semianual|раз в полгода|каждые полгода|каждое полугодие|щопівроку|раз на півроку|semestrale|semestralmente|in fiecare semestru|al fiecarui semestru"),
        (12, "annually|annual|yearly|on an annual basis|anual|anuala|fiecarui an|ежегодно|ежегодный|щороку|щорічно|annuale|annualmente|of each year|of every year|in each year|in every year|in fiecare an|din fiecare an|al fiecarui an|a fiecarui an|каждого года|каждый год|кожного року|di ogni anno"));

    public const string By = "by|until|till|up to|(not|no) later than|at the latest by|due by|due|termenul limita|termen limita|termenul|termen|deadline|data limita|в срок до|срок|термін|pana (la|in|pe|spre)|pina (la|in|pe|spre)|pana|pina|cel (mai )?(tarziu|tirziu)|nu mai (tarziu|tirziu) de|catre|до|к|ко|не (позднее|позже|пізніше)|entro e non oltre|entro|non oltre|fino al?|al piu tardi";
    public const string From = "from|starting (from|with|on|in)|starting|beginning (with|from|in)|as of|as from|since|incepind cu|incepand cu|incepind din|incepand din|incepand|incepind|cu incepere din|din|de la|dupa data de|начиная с|с|со|c|починаючи з|з|із|a partire (da|dal|dall'|dalla)|da|dal|dall'|dalla";
    public const string During = "in the course of|in the period|in cursul|in decursul|pe parcursul|pe durata|in perioada|perioada|в течение|на протяжении|в период|за период|протягом|упродовж|nel corso (del|di)|durante|during|throughout|within|over|in|la|on|at|the|pe|в|во|на|за|у|nel|nell'|il|lo|la|l'|del|dell'|for|data de|la data de|ziua de|data|luna|lunii|luna lui|anul|anului|anii|anilor|termen|termenul|deadline|срок|термін|term";
    public const string And = "and|si|и|та|й|і|e|ed";

    public const string Year = "(?<y>(19|20)[0-9]{2})";
    public const string ThisYear = "a c|anul curent|(al )?anului curent|an curent|т г|текущего года|(of )?(the )?(current|this) year|c y|anno corrente|поточного року";
    public const string YearNoun = "г|гг|год|года|году|годов|годы|годах|р|рр|рік|року|році|year";

    /// <summary>A year behind a month or a quarter, the words for "this year", or nothing.</summary>
    public const string YearTail = $"([ ,./-]*((of|in|din|an|anul|anului|al|a|de|del|dell'anno|the|year|в|за|у) )*{Year}( ({YearNoun}))?|[ ,]*({ThisYear}))?";

    public const string Suffix = "([ -](st|nd|rd|th|го|е|й|я|ый|ий|ом|м|ое|a|ea|lea|ul|o))?";
    public const string QuarterNoun = "q|quarter|quarters|qtr|trimestrele|trimestrelor|trimestri|кварталы|кварталах|trimestrul|trimestrului|trimestru|trimestre|trim|tr|t|кв|квартал|квартала|квартале|кварталу|кварталі";
    public const string HalfNoun = "h|half|semestrele|semestrelor|полугодиях|half-year|half year|semester|semestrul|semestrului|semestru|semestre|sem|полугодие|полугодия|полугодии|полугодию|півріччя|півріччі";

    /// <summary>Parts of words that tell of something to happen; read behind "until" and the like.</summary>
    public const string Event = "sign(ed|ing|ature)|approv(al|ed)|adopt(ion|ed)|in(to)? (force|effect)|takes effect|election|complet(ion|ed)|conclusion|martial law|ratif|publication|promulgat|launch|accession|"
        + "semnar|aproba|adopta|intrar(ea|ii) in vigoare|alegeri|electoral|finalizar|incheier|ratific|publicar|lansar|identificar|elaborar|"
        + "подписан|утвержден|приняти|вступлени|выбор|завершени|окончани|опубликован|ратификац|запуск|"
        + "підписан|затверджен|прийнятт|набранн|виборч|завершенн|припиненн|скасуванн|закінченн|approvazione|adozione|firma|pubblicazione|entrata in vigore|elezioni|conclusione";

    /// <summary>The nouns among them, which may stand for a deadline without "until"; "approved" may not: it is a state.</summary>
    public const string EventNoun = "signing|signature|approval|adoption|entry into|completion|conclusion|ratification|publication|promulgation|launch|accession|elections?|"
        + "(semnar|aprobar|adoptar|intrar|finalizar|incheier|ratificar|publicar|lansar|identificar|elaborar)ea|alegeri(le)?|"
        + "(подписани|утверждени|приняти|вступлени|завершени|окончани|опубликовани)[еяю]|ратификаци[яию]|запуск|выбор(ы|ов|ах)|"
        + "підписання|затвердження|прийняття|набрання|завершення|припинення|скасування|закінчення|approvazione|adozione|firma|pubblicazione|entrata in vigore|elezioni|conclusione";

    /// <summary>Duties that wait for a need or a request rather than for a day.</summary>
    public const string WhenNeeded = "if needed|if necessary|as needed|as necessary|when necessary|upon request|on request|on demand|as appropriate|la necesitate|dupa necesitate|la solicitare|la cerere|dupa caz|in caz de necesitate|по необходимости|при необходимости|по мере необходимости|по запросу|за потреби|у разі потреби|su richiesta|se necessario";

    public const string PlanWords = "program|programme|plan|action plan|strategy|implementation period|planului( de actiuni)?|programului|strategiei|perioadei de implementare|implementarii( planului| programului| strategiei)?|realizarii planului|программы|плана|стратегии|срока (действия|реализации) (плана|программы|стратегии)|периода реализации|реализации (плана|программы)|дії дап|дії програми|програми|плану|del piano|del programma|piano|programma";

    public const string Permanent = "permanent|permanently|on a permanent basis|ongoing|on an ongoing basis|continuous|continuously|on a continuous basis|continuu|in mod continuu|in mod permanent|constant|in mod constant|sistematic|daily|zilnic|постоянно|на постоянной основе|непрерывно|систематически|ежедневно|на протяжении всего (периода|срока)|постійно|на постійній основі|permanente|permanentemente|in modo continuativo|continuo|in continuo";

    public const string Reference = "see (above|below|the|action|activity|point|plan|other)|vezi|a se vedea|idem|ditto|ibid|ibidem|same as|as above|conform|potrivit|in conformitate cu|according to|as per|см|смотри|то же|согласно|в соответствии с|див|те саме|згідно|vedi|come sopra|secondo (il|la|quanto|l'.*)";

    /// <summary>Patterns are tried on short texts; one that would still run away is stopped, and its text left to an officer.</summary>
    public static Regex Pattern(string pattern) => new(pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static string OneOf(IReadOnlyDictionary<string, int> words) =>
        "(" + string.Join('|', words.Keys.OrderByDescending(w => w.Length).Select(Regex.Escape)) + ")";

    /// <summary>A number in digits or words.</summary>
    public static int Number(string words) => Numbers.TryGetValue(words, out var number) ? number : int.Parse(words, System.Globalization.CultureInfo.InvariantCulture);

    private static Dictionary<string, int> Numbered(params ReadOnlySpan<(int Number, string Words)> lines) => Numbered(' ', lines);

    private static Dictionary<string, int> Numbered(char separator, params ReadOnlySpan<(int Number, string Words)> lines)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (number, words) in lines)
        {
            foreach (var word in words.Split(separator)) numbers.TryAdd(word, number);
        }

        return numbers;
    }
}
