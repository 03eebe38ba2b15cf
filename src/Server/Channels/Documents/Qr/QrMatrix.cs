namespace OfficeWorkflow.Server.Channels.Documents.Qr;

/// <summary>Puts codewords into the square: patterns first, then the bits in their zigzag, then the mask that reads best.</summary>
internal sealed class QrMatrix
{
    private const int Masks = 8;

    private readonly QrVersion version;
    private readonly bool[][] dark;
    private readonly bool[][] taken;

    private QrMatrix(QrVersion version)
    {
        this.version = version;
        dark = Square(version.Size);
        taken = Square(version.Size);
    }

    private static bool[][] Square(int size) => [.. Enumerable.Range(0, size).Select(_ => new bool[size])];

    public static bool[][] Draw(QrVersion version, byte[] codewords) =>
        Enumerable.Range(0, Masks).Select(mask => Draw(version, codewords, mask)).MinBy(QrPenalty.Of)!;

    private static bool[][] Draw(QrVersion version, byte[] codewords, int mask)
    {
        var matrix = new QrMatrix(version);
        matrix.Patterns();
        matrix.Format(mask);
        matrix.Bits(codewords, mask);

        return matrix.dark;
    }

    private void Patterns()
    {
        var size = version.Size;
        for (var at = 0; at < size; at++)
        {
            Put(6, at, at % 2 == 0);
            Put(at, 6, at % 2 == 0);
        }

        Finder(3, 3);
        Finder(3, size - 4);
        Finder(size - 4, 3);
        foreach (var row in version.Alignments)
        {
            foreach (var column in version.Alignments.Where(column => !IsCorner(row, column)))
            {
                Rings(row, column, 2, static distance => distance != 1);
            }
        }

        VersionBits();
    }

    private bool IsCorner(int row, int column)
    {
        var last = version.Size - 7;

        return (row, column) == (6, 6) || (row, column) == (6, last) || (row, column) == (last, 6);
    }

    private void Finder(int row, int column) => Rings(row, column, 4, static distance => distance is not (2 or 4));

    private void Rings(int row, int column, int reach, Predicate<int> isDark)
    {
        for (var down = -reach; down <= reach; down++)
        {
            for (var across = -reach; across <= reach; across++)
            {
                var (y, x) = (row + down, column + across);
                if (y >= 0 && y < version.Size && x >= 0 && x < version.Size)
                {
                    Put(y, x, isDark(Math.Max(Math.Abs(down), Math.Abs(across))));
                }
            }
        }
    }

    private void VersionBits()
    {
        if (version.Number < 7)
        {
            return;
        }

        var bits = (version.Number << 12) | Rest(version.Number, 12, 0x1F25);
        for (var at = 0; at < 18; at++)
        {
            var isDark = ((bits >> at) & 1) == 1;
            Put(at / 3, version.Size - 11 + (at % 3), isDark);
            Put(version.Size - 11 + (at % 3), at / 3, isDark);
        }
    }

    /// <summary>Level M is 00, so that the five bits are the mask alone.</summary>
    private void Format(int mask)
    {
        var size = version.Size;
        var bits = ((mask << 10) | Rest(mask, 10, 0x537)) ^ 0x5412;
        for (var at = 0; at < 15; at++)
        {
            var isDark = ((bits >> at) & 1) == 1;
            var (row, column) = at switch
            {
                < 6 => (at, 8),
                6 => (7, 8),
                7 => (8, 8),
                8 => (8, 7),
                _ => (8, 14 - at),
            };
            Put(row, column, isDark);
            Put(at < 8 ? 8 : size - 15 + at, at < 8 ? size - 1 - at : 8, isDark);
        }

        Put(size - 8, 8, isDark: true);
    }

    private static int Rest(int value, int degree, int polynomial)
    {
        var rest = value << degree;
        for (var bit = 31 - degree; bit >= 0; bit--)
        {
            rest ^= ((rest >> (bit + degree)) & 1) == 1 ? polynomial << bit : 0;
        }

        return rest;
    }

    private void Bits(byte[] codewords, int mask)
    {
        var at = 0;
        foreach (var (row, column) in Way())
        {
            if (taken[row][column])
            {
                continue;
            }

            var bit = at < codewords.Length * 8 && ((codewords[at / 8] >> (7 - (at % 8))) & 1) == 1;
            dark[row][column] = bit ^ IsMasked(mask, row, column);
            at++;
        }
    }

    /// <summary>From the right two columns at a time, up and down, past the timing column.</summary>
    private IEnumerable<(int Row, int Column)> Way()
    {
        var size = version.Size;
        var goesUp = true;
        for (var right = size - 1; right >= 1; right -= right == 8 ? 3 : 2)
        {
            for (var step = 0; step < size; step++)
            {
                var row = goesUp ? size - 1 - step : step;
                yield return (row, right);
                yield return (row, right - 1);
            }

            goesUp = !goesUp;
        }
    }

    private static bool IsMasked(int mask, int row, int column) => mask switch
    {
        0 => (row + column) % 2 == 0,
        1 => row % 2 == 0,
        2 => column % 3 == 0,
        3 => (row + column) % 3 == 0,
        4 => ((row / 2) + (column / 3)) % 2 == 0,
        5 => (row * column % 2) + (row * column % 3) == 0,
        6 => ((row * column % 2) + (row * column % 3)) % 2 == 0,
        _ => (((row + column) % 2) + (row * column % 3)) % 2 == 0,
    };

    private void Put(int row, int column, bool isDark)
    {
        dark[row][column] = isDark;
        taken[row][column] = true;
    }
}
