// The Media module's tables.
using CommunicationStrategy.Media.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunicationStrategy.Media.Data;

internal sealed class MediaDbContext(DbContextOptions<MediaDbContext> options) : ModuleDbContext(options, "media")
{
    public DbSet<CoverageItem> Coverage => Set<CoverageItem>();
    public DbSet<PressRelease> Releases => Set<PressRelease>();
    public DbSet<MediaEvent> Events => Set<MediaEvent>();
    public DbSet<Enquiry> Enquiries => Set<Enquiry>();
}

internal sealed class CoverageItemConfiguration : IEntityTypeConfiguration<CoverageItem>
{
    public void Configure(EntityTypeBuilder<CoverageItem> builder)
    {
        builder.ToTable("Coverage");
        builder.Property(c => c.Outlet).HasMaxLength(200);
        builder.Property(c => c.Title).HasMaxLength(500);
        builder.Property(c => c.Url).HasMaxLength(800);
        builder.Property(c => c.Language).HasMaxLength(2);
        builder.Property(c => c.Quote).HasMaxLength(500);
        builder.Property(c => c.MessageIds).HasMaxLength(800);
        builder.Property(c => c.EthicsFlags).HasMaxLength(200);
        builder.Ignore(c => c.Messages);
        builder.Ignore(c => c.Ethics);
        builder.HasIndex(c => c.Url).IsUnique();
        builder.HasIndex(c => c.PublishedOn);
        builder.HasIndex(c => c.ActivityId);
    }
}

internal sealed class PressReleaseConfiguration : IEntityTypeConfiguration<PressRelease>
{
    public void Configure(EntityTypeBuilder<PressRelease> builder)
    {
        builder.ToTable("Releases");
        builder.Property(r => r.Number).HasMaxLength(40);
        builder.Property(r => r.Url).HasMaxLength(800);
        builder.Property(r => r.Correction).HasMaxLength(1000);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => r.IssuedOn);
    }
}

internal sealed class MediaEventConfiguration : IEntityTypeConfiguration<MediaEvent>
{
    public void Configure(EntityTypeBuilder<MediaEvent> builder)
    {
        builder.ToTable("Events");
        builder.Property(e => e.Place).HasMaxLength(200);
        builder.HasIndex(e => e.HeldOn);
    }
}

internal sealed class EnquiryConfiguration : IEntityTypeConfiguration<Enquiry>
{
    public void Configure(EntityTypeBuilder<Enquiry> builder)
    {
        builder.ToTable("Enquiries");
        builder.Property(e => e.Outlet).HasMaxLength(200);
        builder.Property(e => e.Subject).HasMaxLength(500);
        builder.Property(e => e.Language).HasMaxLength(2);
        builder.Property(e => e.Ground).HasMaxLength(500);
        builder.HasIndex(e => e.ReceivedAt);
    }
}
