// How plans, activities, reports and periods lie in their tables.
using System.Globalization;
using System.Text.Json;
using CommunicationStrategy.ActionPlan.Domain;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CommunicationStrategy.ActionPlan.Data;

internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.Property(p => p.Locality).HasMaxLength(Holiday.LocalityLength);
        builder.Property(p => p.Code).HasMaxLength(Plan.CodeLength);
        builder.Property(p => p.Currency).HasMaxLength(3);
        builder.Property(p => p.ApprovingAct).HasMaxLength(Plan.ActLength);
        builder.HasIndex(p => p.Code).IsUnique();
    }
}

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.Ignore(a => a.Lead);
        builder.Ignore(a => a.OccurrencesOver);
        builder.Property(a => a.Number).HasMaxLength(Activity.NumberLength);
        builder.Property(a => a.SortKey).HasMaxLength(NaturalOrder.KeyLength);
        builder.Property(a => a.ObjectiveNumber).HasMaxLength(Activity.NumberLength);
        builder.Property(a => a.ObjectiveSortKey).HasMaxLength(NaturalOrder.KeyLength);
        builder.Property(a => a.RiskNote).HasMaxLength(Activity.ReasonLength);
        builder.Property(a => a.LastReason).HasMaxLength(Activity.ReasonLength);
        builder.ComplexProperty(a => a.Deadline, deadline =>
        {
            deadline.Property(d => d.Rule).HasMaxLength(100);
            deadline.Property(d => d.Occurrences).HasConversion<DaysConverter, DaysComparer>();
        });
        builder.HasMany(a => a.Assignments).WithOne().HasForeignKey(a => a.ActivityId);
        builder.HasMany(a => a.Occurrences).WithOne().HasForeignKey(o => o.ActivityId);
        builder.HasOne<Plan>().WithMany().HasForeignKey(a => a.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Activity>().WithMany().HasForeignKey(a => a.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.PlanId, a.Number }).IsUnique();
        // With the shape, a list counts and orders its lines from the index alone.
        builder.HasIndex(a => new { a.PlanId, a.SortKey, a.Shape });
        builder.HasIndex(a => new { a.SortKey, a.Shape });
        builder.HasIndex(a => new { a.State, a.EffectiveDue });
    }

    private sealed class DaysConverter() : ValueConverter<IReadOnlyList<DateOnly>, string>(v => Write(v), v => Read(v));

    private sealed class DaysComparer() : ValueComparer<IReadOnlyList<DateOnly>>((a, b) => Same(a, b), v => v.Count, v => v);

    private static string Write(IReadOnlyList<DateOnly> days) => JsonSerializer.Serialize(days.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static IReadOnlyList<DateOnly> Read(string json) => JsonSerializer.Deserialize<DateOnly[]>(json) ?? [];

    private static bool Same(IReadOnlyList<DateOnly>? a, IReadOnlyList<DateOnly>? b) => ReferenceEquals(a, b) || (a is not null && b is not null && a.SequenceEqual(b));
}

internal sealed class AssignmentConfiguration : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.Property(a => a.NameAsWritten).HasMaxLength(Assignment.NameLength);
        builder.Property(a => a.NameKey).HasMaxLength(Assignment.KeyLength);
        builder.Property(a => a.ActsThrough).HasMaxLength(Assignment.NameLength);
        builder.HasIndex(a => a.NameKey);
        builder.HasIndex(a => new { a.InstitutionId, a.Role });
    }
}

internal sealed class OccurrenceConfiguration : IEntityTypeConfiguration<Occurrence>
{
    public void Configure(EntityTypeBuilder<Occurrence> builder)
    {
        // They follow from the deadline, whose words are on record; what becomes of them is recorded.
        builder.HasAnnotation(ModuleDbContext.NotAudited, ModuleDbContext.WhenCreated);
        builder.Ignore(o => o.IsLate);
        builder.Property(o => o.ReportedIn).HasMaxLength(ReportingPeriod.PeriodLength);
        builder.Property(o => o.Note).HasMaxLength(Activity.ReasonLength);
        builder.HasIndex(o => new { o.ActivityId, o.Due }).IsUnique();
        // By activity first: with the state in front, SQLite (which keeps no statistics) walks every open due date for each activity.
        builder.HasIndex(o => new { o.ActivityId, o.State, o.EffectiveDue });
    }
}

internal sealed class ActivityPredecessorConfiguration : IEntityTypeConfiguration<ActivityPredecessor>
{
    public void Configure(EntityTypeBuilder<ActivityPredecessor> builder)
    {
        builder.HasOne<Activity>().WithMany().HasForeignKey(l => l.ActivityId);
        builder.HasOne<Activity>().WithMany().HasForeignKey(l => l.PredecessorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.ActivityId, l.PredecessorId }).IsUnique();
    }
}

internal sealed class PhraseReadingConfiguration : IEntityTypeConfiguration<PhraseReading>
{
    public void Configure(EntityTypeBuilder<PhraseReading> builder)
    {
        builder.Property(r => r.Key).HasMaxLength(PhraseReading.KeyLength);
        builder.HasOne<Plan>().WithMany().HasForeignKey(r => r.PlanId);
        builder.HasIndex(r => new { r.PlanId, r.Key }).IsUnique();
    }
}

internal sealed class HolidayConfiguration : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> builder)
    {
        builder.Ignore(h => h.Rule);
        builder.Property(h => h.Locality).HasMaxLength(Holiday.LocalityLength);
    }
}

internal sealed class MovedDayConfiguration : IEntityTypeConfiguration<MovedDay>
{
    public void Configure(EntityTypeBuilder<MovedDay> builder)
    {
        builder.Property(d => d.Act).HasMaxLength(Plan.ActLength);
        builder.Property(d => d.Locality).HasMaxLength(Holiday.LocalityLength);
        builder.HasIndex(d => new { d.Day, d.Locality }).IsUnique();
    }
}

internal sealed class ActivityReportConfiguration : IEntityTypeConfiguration<ActivityReport>
{
    public void Configure(EntityTypeBuilder<ActivityReport> builder)
    {
        builder.Ignore(r => r.Evidence);
        builder.Ignore(r => r.Kind);
        builder.Property(r => r.EvidenceNumber).HasMaxLength(200);
        builder.Property(r => r.DateDecisionReason).HasMaxLength(Activity.ReasonLength);
        builder.Property(r => r.Period).HasMaxLength(ReportingPeriod.PeriodLength);
        builder.Property(r => r.EvidenceLink).HasMaxLength(Activity.LinkLength);
        builder.Property(r => r.Files).HasConversion<FilesConverter, FilesComparer>();
        builder.Property(r => r.SubmittedBy).HasMaxLength(200);
        builder.Property(r => r.DecidedBy).HasMaxLength(200);
        builder.Property(r => r.ReturnReason).HasMaxLength(Activity.ReasonLength);
        builder.HasOne<Activity>().WithMany().HasForeignKey(r => r.ActivityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.ActivityId, r.InstitutionId, r.Period }).IsUnique();
        builder.HasIndex(r => new { r.PlanId, r.Period, r.State });
    }
}

/// <summary>A short list of small records, read and written whole: one column of JSON.</summary>
internal sealed class FilesConverter() : ValueConverter<IReadOnlyList<ReportFile>, string>(v => JsonSerializer.Serialize(v, JsonSerializerOptions.Default), v => JsonSerializer.Deserialize<ReportFile[]>(v, JsonSerializerOptions.Default) ?? Array.Empty<ReportFile>());

internal sealed class FilesComparer() : ValueComparer<IReadOnlyList<ReportFile>>((a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)), v => v.Count, v => v);

internal sealed class ReportDraftConfiguration : IEntityTypeConfiguration<ReportDraft>
{
    public void Configure(EntityTypeBuilder<ReportDraft> builder)
    {
        // Nobody's business until it is sent.
        builder.HasAnnotation(ModuleDbContext.NotAudited, true);
        builder.HasOne<Activity>().WithMany().HasForeignKey(d => d.ActivityId);
        builder.HasIndex(d => new { d.ActivityId, d.InstitutionId }).IsUnique();
    }
}

internal sealed class MissedReportConfiguration : IEntityTypeConfiguration<MissedReport>
{
    public void Configure(EntityTypeBuilder<MissedReport> builder)
    {
        builder.Property(m => m.Period).HasMaxLength(ReportingPeriod.PeriodLength);
        builder.HasOne<Activity>().WithMany().HasForeignKey(m => m.ActivityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.PlanId, m.Period });
        builder.HasIndex(m => new { m.ActivityId, m.InstitutionId, m.Period }).IsUnique();
    }
}

internal sealed class EvidenceFileConfiguration : IEntityTypeConfiguration<EvidenceFile>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> builder)
    {
        builder.Property(f => f.OriginalName).HasMaxLength(EvidenceFile.NameLength);
        builder.Property(f => f.Name).HasMaxLength(100);
        builder.Property(f => f.MediaType).HasMaxLength(100);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.HasOne<ActivityReport>().WithMany().HasForeignKey(f => f.ReportId);
        builder.HasIndex(f => f.ReportId);
    }
}

internal sealed class ReportingPeriodConfiguration : IEntityTypeConfiguration<ReportingPeriod>
{
    public void Configure(EntityTypeBuilder<ReportingPeriod> builder)
    {
        builder.Property(p => p.Period).HasMaxLength(ReportingPeriod.PeriodLength);
        builder.HasOne<Plan>().WithMany().HasForeignKey(p => p.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.PlanId, p.Period }).IsUnique();
        builder.HasMany(p => p.Extensions).WithOne().HasForeignKey(e => e.PeriodId);
    }
}

internal sealed class ReportingExtensionConfiguration : IEntityTypeConfiguration<ReportingExtension>
{
    public void Configure(EntityTypeBuilder<ReportingExtension> builder)
    {
        builder.Property(e => e.Reason).HasMaxLength(Activity.ReasonLength);
        builder.HasIndex(e => new { e.PeriodId, e.InstitutionId }).IsUnique();
    }
}
