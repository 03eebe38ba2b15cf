using System.Diagnostics;
using System.Globalization;
using OfficeWorkflow.Workflows.Procedures;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Tests.Generating;
using Xunit.Abstractions;

namespace OfficeWorkflow.Workflows.Tests.Fuzzing;

/// <summary>Whatever a file holds: no exception, no more than 200 MB, no more than two seconds. <c>OFFICE_SEED=n</c> mutates one file again.</summary>
[Collection(TimedCollection.Name)]
public sealed class ReaderFuzzTests(ITestOutputHelper output)
{
    private const double MostMegabytes = 200;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    public static TheoryData<string, int> Files
    {
        get
        {
            var files = new TheoryData<string, int>();
            foreach (var name in Hostile.Names)
            {
                files.Add(name, Hostile.Largest);
                files.Add(name, Hostile.WithinLimits);
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void L11_A_file_made_to_hurt_is_read_fast_and_small(string name, int size)
    {
        var xml = Hostile.Of(name, size);
        var reading = Reading.Of(xml);
        reading = reading.Time < Longest ? reading : Reading.Of(xml);

        output.WriteLine($"{name}: {xml.Length:N0} characters, {reading.Time.TotalMilliseconds:F0} ms, {reading.Megabytes:F0} MB, {reading.Findings} findings");
        Assert.True(reading.Time < Longest, $"{reading}");
        Assert.True(reading.Megabytes < MostMegabytes, $"{reading}");
    }

    [Fact]
    public void L11_A_file_of_ten_megabytes_is_refused_at_once()
    {
        var read = BpmnReader.Read(new string(' ', 10_000_000));

        Assert.Equal("xml-is-readable", Assert.Single(read.Findings).Rule);
    }

    [Fact]
    public void L11_A_mutated_file_never_throws()
    {
        var isSoak = Environment.GetEnvironmentVariable("OFFICE_SOAK") is "1";
        var isOne = long.TryParse(Environment.GetEnvironmentVariable("OFFICE_SEED"), CultureInfo.InvariantCulture, out var first);
        var clock = Stopwatch.StartNew();
        var until = isSoak ? TimeSpan.FromMinutes(10) : TimeSpan.FromSeconds(10);
        var seed = isOne ? first : 1;
        for (var runs = 0; runs < (isOne ? 1 : isSoak ? int.MaxValue : 3_000) && clock.Elapsed < until; runs++, seed++)
        {
            Read(seed);
        }

        output.WriteLine($"{seed - (isOne ? first : 1)} mutated files in {clock.Elapsed.TotalSeconds:F1} s");
    }

    private static void Read(long seed)
    {
        var dice = new Dice(seed);
        var original = dice.Chance(50)
            ? Generator.Make(dice, new Style(10, IsWild: true)).Xml
            : dice.Pick(BuiltIns.All).Source;
        var xml = Mutation.Of(original, dice);
        try
        {
            var reading = Reading.Of(xml);
            Assert.True(reading.Time < Longest && reading.Megabytes < MostMegabytes, $"OFFICE_SEED={seed} {reading}");
        }
        catch (Exception problem) when (problem is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"OFFICE_SEED={seed}\n{problem}\n{xml}");
        }
    }
}
