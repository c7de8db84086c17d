using System.Globalization;

namespace CommunicationStrategy.Documents.Tables;

/// <summary>What a spreadsheet's number format makes of a number: a date of a certain precision, a percentage, leading zeros, or just the number.</summary>
internal sealed class NumberFormat
{
    private const double DaysFrom1900To1904 = 1462;

    /// <summary>The first serial number whose date is the same in Excel and in a calendar (Excel has a 29 February 1900), and the day after 31.12.9999.</summary>
    private const double FirstDay = 61, AfterLastDay = 2_958_466;

    private readonly string? _date;
    private readonly bool _percent;
    private readonly string? _zeros;

    private NumberFormat(string? date, bool percent = false, string? zeros = null)
    {
        _date = date;
        _percent = percent;
        _zeros = zeros;
    }

    public static NumberFormat General { get; } = new(null);

    public static NumberFormat Day { get; } = new("dd.MM.yyyy");

    public bool IsDate => _date is not null;

    /// <summary>The formats that have a number and no code in the file; 27-36 and 50-58 are dates in East Asian versions.</summary>
    public static NumberFormat BuiltIn(int id) => id switch
    {
        2 => Of("0.00"),
        9 or 10 => Of("0%"),
        14 or 15 or 16 or (>= 27 and <= 31) or (>= 34 and <= 36) or (>= 50 and <= 58) => Day,
        17 => Of("mmm-yy"),
        18 or 20 or 32 => Of("h:mm"),
        19 or 21 or 33 => Of("h:mm:ss"),
        22 => Of("m/d/yy h:mm"),
        45 or 47 => Of("mm:ss"),
        46 => Of("[h]:mm:ss"),
        _ => General,
    };

    public static NumberFormat Of(string code)
    {
        var letters = Letters(code);
        var year = letters.Contains('y') || letters.Contains('e');
        var day = letters.Contains('d');
        var hour = letters.Contains('h');
        var second = letters.Contains('s');
        var month = letters.Contains('m') && (year || day || !(hour || second));
        if (day || (year && month && hour)) return hour ? new NumberFormat("dd.MM.yyyy HH:mm") : Day;
        // A cell that shows only month and year says only that: the first of the month would be a guess.
        if (month) return new NumberFormat("MM.yyyy");
        if (year) return new NumberFormat("yyyy");
        if (hour || second) return new NumberFormat(second ? "HH:mm:ss" : "HH:mm");
        if (code.Contains('%')) return new NumberFormat(null, percent: true);
        return IsZeros(code) ? new NumberFormat(null, zeros: code) : General;
    }

    public string Show(double number, bool date1904)
    {
        if (IsDate)
        {
            var serial = date1904 ? number + DaysFrom1900To1904 : number;
            var isTime = _date![0] == 'H';
            if (isTime ? serial is >= 0 and < 1 : serial is >= FirstDay and < AfterLastDay) return Show(DateTime.FromOADate(serial));
        }

        var plain = Plain(_percent ? number * 100 : number);
        if (_percent) return plain + "%";
        if (_zeros is not null && decimal.TryParse(plain, CultureInfo.InvariantCulture, out var value))
        {
            // "1.10" as an item's number is not "1.1"; but zeros are only added, no digit is ever cut.
            var padded = value.ToString(_zeros, CultureInfo.InvariantCulture);
            if (decimal.TryParse(padded, CultureInfo.InvariantCulture, out var same) && same == value) return padded;
        }

        return plain;
    }

    public string Show(DateTime date)
    {
        // Fractions of a day miss the full second by a hair.
        var rounded = date.AddMilliseconds(500);
        var format = _date == "dd.MM.yyyy HH:mm" && rounded is { Hour: 0, Minute: 0 } ? "dd.MM.yyyy" : _date;
        return rounded.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>A number as a person wrote it: 2238.7, not 2238.6999999999998; turning a double into a decimal keeps the 15 digits that Excel shows.</summary>
    private static string Plain(double number) =>
        number == 0 ? "0"
        : Math.Abs(number) is > 1e-15 and < 7e27 ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>"000" or "0.00": digits that must be shown, and nothing else.</summary>
    private static bool IsZeros(string code)
    {
        var point = code.IndexOf('.', StringComparison.Ordinal);
        return code.Length is > 1 and < 16 && code.All(c => c is '0' or '.') && code.Count(c => c == '.') <= 1 && point != 0 && point != code.Length - 1;
    }

    /// <summary>The letters of the first section that stand for parts of a date, without quoted texts, colours and conditions.</summary>
    private static string Letters(string code)
    {
        var letters = new List<char>();
        if (code.Contains("General", StringComparison.OrdinalIgnoreCase)) return "";
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = Closing(code, i, '"');
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '[':
                    var close = Closing(code, i, ']');
                    // [h], [mm], [ss] are elapsed time; [Red], [$-418], [>100] are not.
                    var inside = code[(i + 1)..Math.Min(close, code.Length)].ToLowerInvariant();
                    if (inside.Length > 0 && inside.All(c => c == inside[0]) && inside[0] is 'h' or 'm' or 's') letters.Add('h');
                    i = close;
                    break;
                case 'E' or 'e' when i + 1 < code.Length && code[i + 1] is '+' or '-':
                    break;
                default:
                    letters.Add(char.ToLowerInvariant(code[i]));
                    break;
            }
        }

        return new string([.. letters]);
    }

    private static int Closing(string code, int from, char mark)
    {
        var close = code.IndexOf(mark, from + 1);
        return close < 0 ? code.Length : close;
    }
}
