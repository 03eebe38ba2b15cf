namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>Compares two .bpmn texts by what they say, not by how they are written: one Japanese sentence for each thing that differs.</summary>
public static class Differ
{
    /// <param name="key">Id of the process; a text that cannot be read or has none has nothing of it.</param>
    public static Comparison Compare(string before, string after, string key, Words words)
    {
        var (old, now) = (Side.Read(before, key, words), Side.Read(after, key, words));
        var sentences = new Sentences(old, now);
        var ids = now.Order.Concat(old.Order.Except(now.Order, StringComparer.Ordinal));

        return new Comparison(
            [.. ids.SelectMany(sentences.Of), .. sentences.OfThings(), .. sentences.OfRest()],
            [.. now.Drawing.Places.Where(place => old.Drawing.Places.TryGetValue(place.Key, out var was) && !string.Equals(was, place.Value, StringComparison.Ordinal))
                .Select(static place => place.Key).Order(StringComparer.Ordinal)]);
    }
}
