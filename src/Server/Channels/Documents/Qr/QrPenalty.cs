namespace OfficeWorkflow.Server.Channels.Documents.Qr;

/// <summary>How hard a code is to read: runs, blocks, what looks like a finder, and too much of one colour.</summary>
internal static class QrPenalty
{
    private static readonly bool[] FinderLike = [true, false, true, true, true, false, true, false, false, false, false];

    public static int Of(bool[][] dark)
    {
        var size = dark.Length;
        var lines = Enumerable.Range(0, size).SelectMany(line => new[]
        {
            Enumerable.Range(0, size).Select(at => dark[line][at]).ToArray(),
            Enumerable.Range(0, size).Select(at => dark[at][line]).ToArray(),
        }).ToList();

        return lines.Sum(static line => Runs(line) + Finders(line)) + Blocks(dark) + Balance(dark);
    }

    private static int Runs(bool[] line)
    {
        var (sum, run) = (0, 1);
        for (var at = 1; at <= line.Length; at++)
        {
            if (at < line.Length && line[at] == line[at - 1])
            {
                run++;
                continue;
            }

            sum += run >= 5 ? run - 2 : 0;
            run = 1;
        }

        return sum;
    }

    private static int Finders(bool[] line)
    {
        var backwards = FinderLike.Reverse().ToArray();
        var found = 0;
        for (var at = 0; at + FinderLike.Length <= line.Length; at++)
        {
            var part = line.AsSpan(at, FinderLike.Length);
            found += part.SequenceEqual(FinderLike) || part.SequenceEqual(backwards) ? 1 : 0;
        }

        return 40 * found;
    }

    private static int Blocks(bool[][] dark)
    {
        var (size, found) = (dark.Length, 0);
        for (var row = 0; row + 1 < size; row++)
        {
            for (var column = 0; column + 1 < size; column++)
            {
                var one = dark[row][column];
                found += one == dark[row][column + 1] && one == dark[row + 1][column] && one == dark[row + 1][column + 1] ? 1 : 0;
            }
        }

        return 3 * found;
    }

    private static int Balance(bool[][] dark)
    {
        var percent = 100 * dark.Sum(static row => row.Count(static module => module)) / (dark.Length * dark.Length);

        return 10 * (Math.Abs(percent - 50) / 5);
    }
}
