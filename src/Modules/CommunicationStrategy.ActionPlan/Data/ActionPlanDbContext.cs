// The ActionPlan module's tables.
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Data;

internal sealed class ActionPlanDbContext(DbContextOptions<ActionPlanDbContext> options) : ModuleDbContext(options, "action_plan")
{
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<Activity> Activities => Set<Activity>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<Occurrence> Occurrences => Set<Occurrence>();
    public DbSet<ActivityPredecessor> Predecessors => Set<ActivityPredecessor>();
    public DbSet<ActivityReport> Reports => Set<ActivityReport>();
    public DbSet<ReportDraft> ReportDrafts => Set<ReportDraft>();
    public DbSet<MissedReport> MissedReports => Set<MissedReport>();
    public DbSet<EvidenceFile> EvidenceFiles => Set<EvidenceFile>();
    public DbSet<BudgetLine> BudgetLines => Set<BudgetLine>();
    public DbSet<ReportingPeriod> Periods => Set<ReportingPeriod>();
    public DbSet<ReportingExtension> Extensions => Set<ReportingExtension>();
    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();
    public DbSet<VersionLine> VersionLines => Set<VersionLine>();
    public DbSet<Amendment> Amendments => Set<Amendment>();
    public DbSet<PhraseReading> PhraseReadings => Set<PhraseReading>();
    public DbSet<CalendarFeed> Feeds => Set<CalendarFeed>();
    public DbSet<FeedItem> FeedItems => Set<FeedItem>();
    public DbSet<Holiday> Holidays => Set<Holiday>();
    public DbSet<MovedDay> MovedDays => Set<MovedDay>();
}
