namespace OfficeWorkflow.Server.Channels.Calendar;

/// <summary>One unfolded line, taken apart: <c>NAME;PARAMETER=value;…:value</c>.</summary>
internal sealed record ContentProperty(string Name, IReadOnlyList<string> Parameters, string Value)
{
    public static ContentProperty Read(string line)
    {
        var head = End(line, 0, ':');
        var parts = new List<string>();

        for (var at = 0; at <= head; at = End(line[..head], at, ';') + 1)
        {
            parts.Add(line[at..End(line[..head], at, ';')]);
        }

        return new ContentProperty(parts[0].Trim(), parts[1..], head < line.Length ? line[(head + 1)..] : "");
    }

    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    public string? Parameter(string name) =>
        Parameters
            .Where(parameter => parameter.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
            .Select(parameter => parameter[(name.Length + 1)..].Trim('"', ' '))
            .FirstOrDefault();

    /// <summary>Where the mark stands outside of quotes, else the end of the line.</summary>
    private static int End(string line, int from, char mark)
    {
        var isQuoted = false;

        for (var at = from; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[at] == mark && !isQuoted)
            {
                return at;
            }
        }

        return line.Length;
    }
}
