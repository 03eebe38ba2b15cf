namespace OfficeWorkflow.Server.App;

/// <summary>The short words of <c>./run</c> as configuration keys.</summary>
internal static class CommandLine
{
    /// <summary>
    /// <c>--rehearsal</c>, <c>--empty</c> and <c>--repair</c> stand alone, <c>--at X</c>, <c>--data X</c>, <c>--into X</c>, <c>--to X</c> and <c>--from X</c> take a value; all else is left to the configuration.
    /// </summary>
    public static string[] Translate(IReadOnlyList<string> args) =>
        [.. args.Select(static arg => arg switch
        {
            "--rehearsal" => "--Rehearsal:On=true",
            "--empty" => "--Empty=true",
            "--repair" => "--Repair=true",
            "--at" => "--Rehearsal:At",
            "--data" => "--Data",
            "--into" => "--Rehearsal:Into",
            "--to" => "--Backup:To",
            "--from" => "--Backup:From",
            _ => arg,
        })];
}
