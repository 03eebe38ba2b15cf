namespace OfficeWorkflow.Server.Storage;

/// <summary>
/// Who may write now. SQLite has one writer: waiting in line here takes milliseconds, polling its lock took seconds.
/// </summary>
public abstract class WriterGate
{
    private WriterGate()
    {
    }

    /// <summary>Waits for the turn, which ends when the answer is disposed.</summary>
    public abstract ValueTask<IDisposable> EnterAsync(CancellationToken stop);

    /// <summary>The database orders its writers itself.</summary>
    public sealed class Open : WriterGate
    {
        public override ValueTask<IDisposable> EnterAsync(CancellationToken stop) => new(NoTurn.Instance);

        private sealed class NoTurn : IDisposable
        {
            public static NoTurn Instance { get; } = new();

            public void Dispose()
            {
                // There is nothing to give back.
            }
        }
    }

    public sealed class OneAtATime : WriterGate, IDisposable
    {
        private readonly SemaphoreSlim turns = new(1, 1);

        public override async ValueTask<IDisposable> EnterAsync(CancellationToken stop)
        {
            await turns.WaitAsync(stop);
            return new Turn(turns);
        }

        public void Dispose() => turns.Dispose();

        private sealed class Turn(SemaphoreSlim turns) : IDisposable
        {
            private bool hasEnded;

            public void Dispose()
            {
                if (!Interlocked.Exchange(ref hasEnded, value: true))
                {
                    turns.Release();
                }
            }
        }
    }
}
