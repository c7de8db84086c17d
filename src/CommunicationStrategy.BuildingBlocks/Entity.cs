// What every stored thing shares: an id made here, and for roots a version and who touched it when.
namespace CommunicationStrategy.BuildingBlocks;

/// <summary>A thing with an identity. Ids are time-ordered and made in the constructor, never by the database.</summary>
public abstract class Entity
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
}

/// <summary>The root of an aggregate. <see cref="Version"/> is the concurrency token; it grows by one with every save.</summary>
public abstract class Root : Entity
{
    public int Version { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public string CreatedBy { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }
    public string ChangedBy { get; private set; } = "";

    /// <summary>Called by the save pipeline alone.</summary>
    internal void Stamp(bool created, DateTimeOffset at, string by)
    {
        if (created) (CreatedAt, CreatedBy) = (at, by);
        (ChangedAt, ChangedBy) = (at, by);
        Version++;
    }
}
