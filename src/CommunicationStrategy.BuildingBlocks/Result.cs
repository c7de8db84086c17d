// What a request answers: success, or a Failure that a caller can expect and show. Exceptions stay for bugs.
using System.Diagnostics.CodeAnalysis;

namespace CommunicationStrategy.BuildingBlocks;

/// <summary>The kinds of expected failure; each has one HTTP status (see <c>FailureHttp</c>).</summary>
public enum FailureKind { Invalid, Forbidden, NotFound, Conflict, StaleVersion, VersionMissing }

/// <summary>One field that was not accepted. <paramref name="Field"/> is the request's property name.</summary>
public sealed record FieldError(string Field, string Code, string Message);

/// <summary>
/// Why a request was refused. <paramref name="Code"/> is stable and is what pages translate and partners read;
/// <paramref name="Message"/> is plain English with the facts in it; <see cref="Args"/> fill the translation's {0}, {1}.
/// </summary>
public sealed record Failure(FailureKind Kind, string Code, string Message)
{
    public IReadOnlyList<FieldError> Fields { get; init; } = [];
    public IReadOnlyList<string> Args { get; init; } = [];

    public static Failure NotFound(string what, object id) =>
        new(FailureKind.NotFound, "not-found", $"{what} {id} does not exist.") { Args = [what, id.ToString() ?? ""] };

    public static Failure Forbidden(string why = "You do not have the right to do this.") => new(FailureKind.Forbidden, "forbidden", why);

    /// <summary>A rule of the domain forbids it in the present state.</summary>
    public static Failure Rule(string code, string message, params string[] args) => new(FailureKind.Conflict, code, message) { Args = args };

    public static Failure Invalid(IReadOnlyList<FieldError> fields) => new(FailureKind.Invalid, "invalid", "Some fields need correction.") { Fields = fields };

    public static Failure Invalid(string field, string code, string message) => Invalid([new FieldError(field, code, message)]);

    public static Failure Stale() => new(FailureKind.StaleVersion, "stale-version", "Somebody changed this in the meantime.");

    public static Failure Duplicate() => new(FailureKind.Conflict, "duplicate", "The same entry exists already.");
}

/// <summary>Lets a constrained pipeline behaviour return the right type of failure without reflection.</summary>
public interface IFailable<TSelf>
    where TSelf : IFailable<TSelf>
{
    static abstract TSelf Failed(Failure failure);
    Failure? Failure { get; }
}

/// <summary>The answer of a command.</summary>
public sealed class Result : IFailable<Result>
{
    public static readonly Result Success = new(null);

    private Result(Failure? failure) => Failure = failure;

    public Failure? Failure { get; }

    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsSuccess => Failure is null;
    public static Result Failed(Failure failure) => new(failure);
    public static implicit operator Result(Failure failure) => new(failure);
}

/// <summary>The answer of a query, or of a command that yields something.</summary>
public sealed class Result<T> : IFailable<Result<T>>
{
    private Result(T? value, Failure? failure) => (Value, Failure) = (value, failure);

    public T? Value { get; }
    public Failure? Failure { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsSuccess => Failure is null;

    /// <summary>The value, where a failure would be a bug of the caller.</summary>
    public T Require() => IsSuccess ? Value : throw new InvalidOperationException($"{Failure.Code}: {Failure.Message}");

    public static Result<T> Failed(Failure failure) => new(default, failure);
    public static implicit operator Result<T>(Failure failure) => new(default, failure);
    public static implicit operator Result<T>(T value) => new(value, null);
}
