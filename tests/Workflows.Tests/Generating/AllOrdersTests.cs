using System.Globalization;
using OfficeWorkflow.Workflows.Reading;
using Xunit.Abstractions;

namespace OfficeWorkflow.Workflows.Tests.Generating;

/// <summary>
/// Small processes, played through in every order: the engine reaches what the reference reaches, no more and no less. Only where one
/// input sets off a race inside, which the standard does not settle, the engine may reach less: its own order is fixed.
/// </summary>
public sealed class AllOrdersTests(ITestOutputHelper output)
{
    private const int MostStates = 150;

    [Fact]
    public void In_all_orders_of_inputs_the_engine_reaches_exactly_what_the_reference_reaches()
    {
        var isOne = long.TryParse(Environment.GetEnvironmentVariable("OFFICE_SEED"), CultureInfo.InvariantCulture, out var first);
        var isSoak = Environment.GetEnvironmentVariable("OFFICE_SOAK") is "1";
        var (equal, racing, states) = (0, 0, 0L);
        var wrong = new List<string>();
        Parallel.For(isOne ? first : 1, isOne ? first + 1 : isSoak ? 100_000 : 5_000, (seed, loop) =>
        {
            var dice = new Dice(seed);
            var drawn = Generator.Make(dice, new Style(2 + dice.Below(5), IsWild: dice.Chance(30)));
            var orders = new AllOrders(BpmnReader.Read(drawn.Xml).Processes[0], drawn, MostStates);
            if (orders.OfEngine() is not { } engine || orders.OfReference() is not { } reference)
            {
                return;
            }

            Interlocked.Increment(ref orders.HasRaces ? ref racing : ref equal);
            Interlocked.Add(ref states, engine.Count);
            if (orders.HasRaces ? !engine.IsSubsetOf(reference) : !engine.SetEquals(reference))
            {
                var text = $"OFFICE_SEED={seed}\nonly the engine:\n{Text(engine.Except(reference, StringComparer.Ordinal))}\nonly the reference:\n{Text(reference.Except(engine, StringComparer.Ordinal))}\n{drawn.Root}";
                lock (wrong)
                {
                    wrong.Add(text);
                }

                loop.Stop();
            }
        });

        output.WriteLine($"{equal} processes equal in all orders, {racing} with races inside one input within what the reference allows, {states:N0} states; the others had more than {MostStates} states or {AllOrders.MostTokens} tokens");
        Assert.True(wrong.Count == 0, wrong.MinBy(static text => text.Length));
    }

    private static string Text(IEnumerable<string> pictures) => string.Join('\n', pictures.Order(StringComparer.Ordinal).Take(5));
}
