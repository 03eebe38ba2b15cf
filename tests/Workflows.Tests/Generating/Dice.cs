namespace OfficeWorkflow.Workflows.Tests.Generating;

/// <summary>Numbers that look random and are the same for the same seed on every machine (SplitMix64).</summary>
internal sealed class Dice(long seed)
{
    private ulong state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL);

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public void Shuffle<T>(T[] items)
    {
        for (var index = items.Length - 1; index > 0; index--)
        {
            var other = Below(index + 1);
            (items[index], items[other]) = (items[other], items[index]);
        }
    }

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;

            return mixed ^ (mixed >> 31);
        }
    }
}
