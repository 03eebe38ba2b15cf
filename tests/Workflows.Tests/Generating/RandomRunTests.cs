using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace OfficeWorkflow.Workflows.Tests.Generating;

/// <summary>Processes that nobody thought of, judged by the reference. <c>OFFICE_SEED=n</c> plays one run again; <c>OFFICE_SOAK=1</c> plays for an hour.</summary>
public sealed class RandomRunTests(ITestOutputHelper output)
{
    private const int RunsInTheGate = 20_000;

    [Fact]
    public void Whatever_the_engine_does_the_reference_allows()
    {
        var (first, count) = Seeds();
        var clock = Stopwatch.StartNew();
        var wrong = new List<(long Seed, string Text)>();
        long inputs = 0, ended = 0, runs = 0;
        Parallel.For(first, first + count, (seed, loop) =>
        {
            var match = Play(seed);
            Interlocked.Add(ref inputs, match.Inputs);
            Interlocked.Add(ref ended, match.HasEnded ? 1 : 0);
            Interlocked.Increment(ref runs);
            if (match.Trouble is not null)
            {
                lock (wrong)
                {
                    wrong.Add((seed, match.ToString()));
                }
            }

            if (wrong.Count > 0 || clock.Elapsed > TimeSpan.FromHours(1))
            {
                loop.Stop();
            }
        });

        output.WriteLine($"{runs} runs from seed {first}, {ended} to their end, {inputs} inputs, {clock.Elapsed.TotalSeconds:F1} s");
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong.OrderBy(static one => one.Text.Length).Take(1).Select(static one => $"OFFICE_SEED={one.Seed}\n{one.Text}")));
    }

    [Theory]
    [InlineData(662362901199070)]
    [InlineData(1605431879414415)]
    public void A_run_that_once_found_a_fault_is_played_again(long seed) => Assert.Null(Play(seed).Trouble);

    private static Match Play(long seed)
    {
        try
        {
            return Match.Play(seed);
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException($"OFFICE_SEED={seed}", problem);
        }
    }

    private static (long First, long Count) Seeds()
    {
        if (long.TryParse(Environment.GetEnvironmentVariable("OFFICE_SEED"), CultureInfo.InvariantCulture, out var seed))
        {
            return (seed, 1);
        }

        return Environment.GetEnvironmentVariable("OFFICE_SOAK") is "1" ? (Stopwatch.GetTimestamp() >> 10 << 20, 1_000_000) : (1, RunsInTheGate);
    }
}
