// Tables of the register. Names are indexed by their folded key: matching an import asks once for all its names.
using CommunicationStrategy.Stakeholders.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunicationStrategy.Stakeholders.Data;

internal sealed class InstitutionConfiguration : IEntityTypeConfiguration<Institution>
{
    public void Configure(EntityTypeBuilder<Institution> builder)
    {
        builder.Property(i => i.SortName).HasMaxLength(Institution.NameLength);
        builder.Property(i => i.Role).HasMaxLength(200);
        builder.Property(i => i.Country).HasMaxLength(10);
        builder.Property(i => i.TimeZone).HasMaxLength(60);
        builder.Property(i => i.Note).HasMaxLength(1000);
        builder.HasIndex(i => i.SortName);
        builder.HasMany(i => i.Names).WithOne().HasForeignKey(n => n.InstitutionId);
        builder.HasMany(i => i.Contacts).WithOne().HasForeignKey(c => c.InstitutionId);
    }
}

internal sealed class InstitutionNameConfiguration : IEntityTypeConfiguration<InstitutionName>
{
    public void Configure(EntityTypeBuilder<InstitutionName> builder)
    {
        builder.Property(n => n.Key).HasMaxLength(Institution.NameLength);
        builder.Property(n => n.Written).HasMaxLength(500);
        builder.HasIndex(n => n.Key);
        builder.HasIndex(n => new { n.InstitutionId, n.Key }).IsUnique();
    }
}

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.Property(c => c.Name).HasMaxLength(200);
        builder.Property(c => c.Position).HasMaxLength(200);
        builder.Property(c => c.Email).HasMaxLength(254);
        builder.Property(c => c.Language).HasMaxLength(2);
        builder.HasIndex(c => new { c.InstitutionId, c.Email }).IsUnique();
    }
}
