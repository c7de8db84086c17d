// Measures the product side by side with what it is compared to, on SQLite and on PostgreSQL. The same made-up data every time
// (fixed seed). Prints a table and writes docs/benchmarks.md. Run by build/bench; "bare", "work" and "change" are what it
// starts beside the product, "kill" is the proof of the reminders, "changes" that of changes and their events.
using System.Globalization;
using CommunicationStrategy.Benchmarks;

if (args is ["bare", var provider, var connection, var statements]) return await BareApi.RunAsync(provider, connection, statements);

if (args is ["work", var where, var port, var later]) return await Kill.WorkAsync(where, int.Parse(port, CultureInfo.InvariantCulture), int.Parse(later, CultureInfo.InvariantCulture));
if (args is ["kill", var runs, var mails]) return await Kill.ProveAsync(int.Parse(runs, CultureInfo.InvariantCulture), int.Parse(mails, CultureInfo.InvariantCulture));

if (args is ["change", var which, var place, var institution]) return await Changes.WorkAsync(which, place, Guid.Parse(institution, CultureInfo.InvariantCulture));
if (args is ["changes", var times]) return await Changes.ProveAsync(int.Parse(times, CultureInfo.InvariantCulture));

var results = new Results();
await QuarterReport.MeasureAsync(results);
OfficeFiles.Measure(results);
foreach (var database in await Database.AllAsync()) await Service.MeasureAsync(database, results);
results.Write();
return results.Missed == 0 ? 0 : 1;
