// Measures the product side by side with what it is compared to, on SQLite and on PostgreSQL. The same made-up data every time
// (fixed seed). Prints a table and writes docs/benchmarks.md. Run by build/bench; "bare" is what it starts beside the product.
using CommunicationStrategy.Benchmarks;

if (args is ["bare", var provider, var connection, var statements]) return await BareApi.RunAsync(provider, connection, statements);

var results = new Results();
await OfficeFiles.MeasureAsync(results);
foreach (var database in await Database.AllAsync()) await Service.MeasureAsync(database, results);
results.Write();
return results.Missed == 0 ? 0 : 1;
