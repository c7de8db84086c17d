// Loads the illustrative sample (Sample/README.md) into an empty database, through the same requests that people use.
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Budget;
using CommunicationStrategy.ActionPlan.Features.Imports;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Contracts.Strategy;
using CommunicationStrategy.Documents.Tables;
using CommunicationStrategy.Media.Domain;
using CommunicationStrategy.Media.Features.Coverage;
using CommunicationStrategy.Media.Features.Enquiries;
using CommunicationStrategy.Media.Features.Events;
using CommunicationStrategy.Media.Features.Releases;
using CommunicationStrategy.Monitoring.Features.Indicators;
using CommunicationStrategy.Stakeholders.Domain;
using CommunicationStrategy.Stakeholders.Features.Engagement;
using CommunicationStrategy.Stakeholders.Features.Institutions;
using CommunicationStrategy.Stakeholders.Features.Interactions;
using CommunicationStrategy.Strategy.Domain;
using CommunicationStrategy.Strategy.Features.Strategies;
using MediatR;

namespace CommunicationStrategy.Web.Host;

internal sealed partial class SampleLoader(IMediator mediator, TimeProvider clock)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Sample");
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private readonly DateOnly today = clock.Today();

    /// <summary>Loads everything; false when there is a plan already, for the sample never mixes with real work.</summary>
    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await Ask(new GetPlans())).Count > 0) return false;
        await LoadInstitutionsAsync();
        await LoadRelationsAsync();
        var strategy = await LoadStrategyAsync();
        var plan = await LoadPlanAsync(strategy, cancellationToken);
        await LoadPressAsync(strategy, plan);
        await LoadIndicatorsAsync(plan);
        return true;
    }

    private async Task LoadInstitutionsAsync()
    {
        var contacts = Rows("contacts.csv", "ro").ToLookup(r => r["institution_name_ro"], r =>
            new ContactToImport(r["name"], r["position_ro"], r["email"], r["language"], Enum.Parse<ContactRole>(r["role"])));
        var institutions = Rows("institutions.csv", "ro").Select(r => new InstitutionToImport(
            LocalizedText.Of(r["name_ro"], r["name_ru"], r["name_en"]), LocalizedText.Of(r["acronym_ro"], r["acronym_ru"], r["acronym_en"]),
            TypeOf(r["type"]), r["typical_role"], r["country"], r["note"], [.. contacts[r["name_ro"]]]));
        await Ask(new ImportInstitutions([.. institutions]));
    }

    private async Task LoadRelationsAsync()
    {
        var sample = Read<SampleRelations>("relations.json");
        var named = (await Ask(new MatchInstitutions([.. sample.Engagements.Select(e => e.Institution).Concat(sample.Interactions.SelectMany(i => i.Institutions)).Distinct()]))).ToDictionary(m => m.Name, m => m.InstitutionId!.Value);
        foreach (var e in sample.Engagements) await Do(new SetEngagement(named[e.Institution], new EngagementFacts(e.Rating, e.Needs, e.Channel, e.Owner, e.NextStep, e.ReviewOn), 0));
        foreach (var i in sample.Interactions)
        {
            await Ask(new LogInteraction(new InteractionFacts(i.HeldOn, i.Kind, i.Subject, [.. i.Institutions.Select(n => named[n])], i.Participants, i.Outcome)
            {
                Commitments = [.. i.Commitments.Select(c => new CommitmentFacts(null, c.Text, c.Institution is null ? null : named[c.Institution], c.DueOn, c.DoneOn))],
            }));
        }
    }

    private async Task<Guid> LoadStrategyAsync()
    {
        var sample = Read<SampleStrategy>("strategy.json");
        var id = await Ask(new CreateStrategy(sample.Code, sample.Title, new DateOnly(today.Year + sample.PeriodFromYearOffset, 1, 1), new DateOnly(today.Year + sample.PeriodToYearOffset, 12, 31), sample.Goal, sample.Context, sample.LegalAct));
        var version = (await Ask(new GetStrategy(id))).Version;
        foreach (var problem in sample.Problems) await Do(new SetProblem(id, problem.Number, problem.Statement, problem.Causes ?? LocalizedText.Empty, version++));
        foreach (var objective in sample.Objectives.SelectMany(o => new[] { o }.Concat(o.Children ?? []))) await Do(new SetObjective(id, objective.Number, objective.Statement, objective.Problems, version++));
        foreach (var group in sample.Groups) await Do(new SetTargetGroup(id, group.Number, group.Kind, group.Name, group.Needs, version++));
        await Do(new PutStrategyInForce(id, version));
        return id;
    }

    private async Task<Guid> LoadPlanAsync(Guid strategy, CancellationToken cancellationToken)
    {
        var title = LocalizedText.Of("Plan de acțiuni de comunicare (eșantion ilustrativ)", "План коммуникационных действий (иллюстративный образец)", "Communication action plan (illustrative sample)");
        var plan = await Ask(new CreatePlan($"PAC-{today.Year}", title, new DateOnly(today.Year, 1, 1), new DateOnly(today.Year + 1, 12, 31), strategy));

        // In Romanian through the import, as an officer would; the other languages by number.
        var import = await Ask(new UploadPlanFile(plan, "plan.ro.csv", Encoding.UTF8.GetBytes(Text("plan.ro.csv", "ro")), "ro"));
        await Do(new MapImportColumns(import, [.. (await Ask(new GetImport(import))).Columns.Select(c => c.Meaning)]));
        await Do(new CheckImport(import));
        await Do(new StartImport(import));
        await Do(new CommitImport(import));
        foreach (var language in new[] { "ru", "en" })
        {
            var rows = Table($"plan.{language}.csv", language).Rows;
            await Do(new TranslateActivities(plan, language, [.. rows.Select(r => new ActivityTranslation(r.Cells[0], r.Cells[3], r.Cells[2]))]));
        }

        var version = (await Ask(new GetPlan(plan))).Version;
        await Do(new SubmitPlan(plan, version));
        await Do(new ApprovePlan(plan, $"Decizia Comitetului național nr. 1/{today.Year} (eșantion)", version + 1));
        await Do(new PutPlanInForce(plan, version + 2));
        await Do(new TakeOverProgress(plan, [.. Read<List<SampleProgress>>("progress.json").Select(p => new ProgressToTakeOver(p.Number, p.State, p.Percent, p.ActualDate, p.Note?.In("ro"), p.Evidence))]));
        await SettleThePastAsync(plan);
        await Ask(new TakeBudgetFromWords(plan));
        await Do(new OpenCollection(plan, Quarter.Of(today).ToString()));
        return plan;
    }

    /// <summary>Recurring duties were met so far, but for the last weeks: there something is still missing.</summary>
    private async Task SettleThePastAsync(Guid plan)
    {
        foreach (var row in (await Ask(new ListActivities(plan, Size: Paging.MaxSize))).Items.Where(r => r is { Occurrences: not null, State: ActivityState.Planned or ActivityState.InProgress }))
        {
            var activity = await Ask(new GetActivity(row.Id, WithHistory: false));
            var version = activity.Version;
            foreach (var past in activity.Deadline.Occurrences.Where(o => o.State == OccurrenceState.Open && o.EffectiveDue < today.AddDays(-60)))
                await Do(new SettleOccurrence(row.Id, past.Due, OccurrenceState.Done, past.Due.AddDays(-2), null, null, version++));
        }
    }

    /// <summary>Key messages, the press office's registers, and what the press wrote.</summary>
    private async Task LoadPressAsync(Guid strategy, Guid plan)
    {
        var press = Read<SamplePress>("press.json");
        var version = (await Ask(new GetStrategy(strategy))).Version;
        foreach (var message in press.Messages) await Do(new SetKeyMessage(strategy, message.Number, message.Text, version++));
        var messages = (await Ask(new GetKeyMessages(strategy))).ToDictionary(m => m.Number, m => m.Id);
        var activities = (await Ask(new GetActivityNames(plan))).ToDictionary(a => a.Number, a => a.Id);
        Guid? Activity(string? number) => number is null ? null : activities[number];
        foreach (var r in press.Releases) await Ask(new LogRelease(new ReleaseFacts(r.Number, r.Kind, r.Title, r.IssuedOn, null, r.Url, Activity(r.Activity), r.CorrectedOn, r.Correction)));
        foreach (var e in press.Events) await Ask(new LogEvent(new EventFacts(e.Kind, e.Title, e.HeldOn, e.Place, Activity(e.Activity), e.Attendance, e.Journalists, e.Satisfaction)));
        foreach (var e in press.Enquiries)
        {
            var id = await Ask(new LogEnquiry(new EnquiryFacts(e.Outlet, e.Subject, e.Language, At(e.ReceivedOn, 10), At(e.ReceivedOn.AddDays(2), 17))));
            if (e.AnsweredOn is { } answered) await Do(new SettleEnquiry(id, EnquiryState.Answered, At(answered, 15), null, 1));
        }

        foreach (var item in Read<List<SampleCoverage>>("coverage.json"))
        {
            await Ask(new LogCoverage(item.Outlet, item.Title, item.Url, item.PublishedOn, item.Language, item.Kind, item.Tone, Activity(item.Activity), item.Quote)
            {
                NamesUs = item.NamesUs, Correction = item.Correction, Origin = item.Origin, Messages = [.. (item.Messages ?? []).Select(m => messages[m])],
            });
        }
    }

    private DateTimeOffset At(DateOnly day, int hour)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        return new DateTimeOffset(local, clock.LocalTimeZone.GetUtcOffset(local));
    }

    /// <summary>With their figures of the quarter before; for this one they are asked.</summary>
    private Task LoadIndicatorsAsync(Guid plan) =>
        Ask(new ImportIndicators(plan, Quarter.Of(today).Previous.ToString(), "indicators.csv", Encoding.UTF8.GetBytes(Text("indicators.csv", "ro")), "ro"));

    private async Task<T> Ask<T>(IRequest<Result<T>> request) => (await mediator.Send(request)).Require();

    private async Task Do(ICommand command)
    {
        if ((await mediator.Send(command)).Failure is { } failure) throw new InvalidOperationException($"{command.GetType().Name}: {failure.Code} {failure.Message} {string.Join("; ", failure.Fields.Select(f => f.Message))}");
    }

    private string Text(string file, string language) => SampleTokens.Fill(File.ReadAllText(Path.Combine(Folder, file)), language, today);

    // Dates stand in the sample as people write them; JSON wants them as ISO.
    private T Read<T>(string file)
    {
        var text = SampleTokens.Fill(File.ReadAllText(Path.Combine(Folder, file)), "ro", today);
        return JsonSerializer.Deserialize<T>(WrittenDate().Replace(text, "\"${y}-${m}-${d}\""), Json)!;
    }

    private Table Table(string file, string language)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Text(file, language)));
        return TableFile.Read(content, file).Table ?? throw new InvalidOperationException($"The sample's {file} cannot be read.");
    }

    private IEnumerable<IReadOnlyDictionary<string, string>> Rows(string file, string language)
    {
        var table = Table(file, language);
        return table.Rows.Select(r => table.Headers.Zip(r.Cells).ToDictionary(c => c.First, c => c.Second));
    }

    [GeneratedRegex("""
        "(?<d>[0-9]{2})\.(?<m>[0-9]{2})\.(?<y>[0-9]{4})"
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WrittenDate();

    private static InstitutionType TypeOf(string type) => type switch
    {
        "IO" => InstitutionType.International,
        "LPA" => InstitutionType.LocalAuthority,
        "NGO" or "media NGO" => InstitutionType.Ngo,
        "group" => InstitutionType.Group,
        "donor" => InstitutionType.Donor,
        "academia" => InstitutionType.Academia,
        "judicial authority" or "law enforcement" => InstitutionType.Judicial,
        "independent authority" => InstitutionType.Independent,
        "coordination body" or "secretariat" => InstitutionType.Coordination,
        "subordinate authority" or "public institution" => InstitutionType.Subordinate,
        _ when type.StartsWith("media", StringComparison.Ordinal) => InstitutionType.Media,
        _ => InstitutionType.CentralAuthority,
    };

    private sealed record SampleStrategy(string Code, LocalizedText Title, string LegalAct, int PeriodFromYearOffset, int PeriodToYearOffset, LocalizedText Context, LocalizedText Goal, List<SampleProblem> Problems, List<SampleObjective> Objectives, List<SampleGroup> Groups);

    private sealed record SampleGroup(int Number, TargetGroupKind Kind, LocalizedText Name, LocalizedText Needs);

    private sealed record SampleRelations(List<SampleEngagement> Engagements, List<SampleInteraction> Interactions);

    private sealed record SampleEngagement(string Institution, EngagementRating Rating, string? Needs, string? Channel, string? Owner, string? NextStep, DateOnly? ReviewOn);

    private sealed record SampleInteraction(DateOnly HeldOn, InteractionKind Kind, string Subject, List<string> Institutions, string? Participants, string? Outcome, List<SampleCommitment> Commitments);

    private sealed record SampleCommitment(string Text, string? Institution, DateOnly? DueOn, DateOnly? DoneOn);

    private sealed record SampleProblem(int Number, LocalizedText Statement, LocalizedText? Causes);

    private sealed record SampleObjective(string Number, LocalizedText Statement, List<int> Problems, List<SampleObjective>? Children);

    private sealed record SampleProgress(string Number, ActivityState State, int? Percent, DateOnly? ActualDate, LocalizedText? Note, string? Evidence);

    private sealed record SampleCoverage(string Outlet, string Title, string Url, DateOnly PublishedOn, string Language, CoverageKind Kind, int Tone, string? Activity, string? Quote, CoverageOrigin Origin = CoverageOrigin.Unprompted, List<int>? Messages = null, bool? NamesUs = null, CorrectionState Correction = CorrectionState.None);

    private sealed record SamplePress(List<SampleMessage> Messages, List<SampleRelease> Releases, List<SampleEvent> Events, List<SampleEnquiry> Enquiries);

    private sealed record SampleMessage(int Number, LocalizedText Text);

    private sealed record SampleRelease(string Number, ReleaseKind Kind, LocalizedText Title, DateOnly IssuedOn, string? Url, string? Activity, DateOnly? CorrectedOn, string? Correction);

    private sealed record SampleEvent(MediaEventKind Kind, LocalizedText Title, DateOnly HeldOn, string? Place, string? Activity, int? Attendance, int? Journalists, decimal? Satisfaction);

    private sealed record SampleEnquiry(string Outlet, string Subject, string Language, DateOnly ReceivedOn, DateOnly? AnsweredOn);
}
