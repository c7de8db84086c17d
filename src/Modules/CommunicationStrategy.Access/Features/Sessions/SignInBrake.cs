// The brake on guessing from one network address over many accounts. Per account, Identity's lockout does the same.
using System.Threading.RateLimiting;

namespace CommunicationStrategy.Access.Features.Sessions;

/// <summary>Thirty failures from one address rest it for the remainder of fifteen minutes; successes cost nothing.</summary>
internal sealed class SignInBrake : IDisposable
{
    public const int Failures = 30;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = Failures, Window = TimeSpan.FromMinutes(15), QueueLimit = 0 }));

    public bool IsOn(string address) => limiter.GetStatistics(address)?.CurrentAvailablePermits == 0;

    public void Failed(string address)
    {
        using var lease = limiter.AttemptAcquire(address);
    }

    public void Dispose() => limiter.Dispose();
}
