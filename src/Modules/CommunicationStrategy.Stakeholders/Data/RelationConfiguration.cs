// Tables of relations: ratings of institutions, what was held with them, what was promised.
using CommunicationStrategy.Stakeholders.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunicationStrategy.Stakeholders.Data;

internal sealed class StakeholderProfileConfiguration : IEntityTypeConfiguration<StakeholderProfile>
{
    public void Configure(EntityTypeBuilder<StakeholderProfile> builder)
    {
        builder.ToTable("Profiles");
        builder.Property(p => p.Needs).HasMaxLength(1000);
        builder.Property(p => p.Channel).HasMaxLength(200);
        builder.Property(p => p.Owner).HasMaxLength(200);
        builder.Property(p => p.NextStep).HasMaxLength(500);
        builder.Ignore(p => p.Newest);
        builder.HasIndex(p => p.InstitutionId).IsUnique();
        builder.HasOne<Institution>().WithMany().HasForeignKey(p => p.InstitutionId);
        builder.HasMany(p => p.Scores).WithOne().HasForeignKey(s => s.StakeholderProfileId);
    }
}

internal sealed class EngagementScoreConfiguration : IEntityTypeConfiguration<EngagementScore>
{
    public void Configure(EntityTypeBuilder<EngagementScore> builder)
    {
        builder.ToTable("Scores");
        builder.Property(s => s.By).HasMaxLength(200);
        builder.Ignore(s => s.Rating);
        builder.HasIndex(s => new { s.StakeholderProfileId, s.On }).IsUnique();
    }
}

internal sealed class InteractionConfiguration : IEntityTypeConfiguration<Interaction>
{
    public void Configure(EntityTypeBuilder<Interaction> builder)
    {
        builder.Property(i => i.Subject).HasMaxLength(300);
        builder.Property(i => i.Participants).HasMaxLength(500);
        builder.HasIndex(i => i.HeldOn);
        builder.HasMany(i => i.Parties).WithOne().HasForeignKey(p => p.InteractionId);
        builder.HasMany(i => i.Commitments).WithOne().HasForeignKey(c => c.InteractionId);
    }
}

internal sealed class InteractionPartyConfiguration : IEntityTypeConfiguration<InteractionParty>
{
    public void Configure(EntityTypeBuilder<InteractionParty> builder)
    {
        builder.ToTable("Parties");
        builder.HasIndex(p => p.InstitutionId);
        builder.HasIndex(p => new { p.InteractionId, p.InstitutionId }).IsUnique();
        builder.HasOne<Institution>().WithMany().HasForeignKey(p => p.InstitutionId);
    }
}

internal sealed class CommitmentConfiguration : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.ToTable("Commitments");
        builder.Property(c => c.Text).HasMaxLength(500);
        builder.HasIndex(c => c.InstitutionId);
        builder.HasIndex(c => c.DueOn);
    }
}
