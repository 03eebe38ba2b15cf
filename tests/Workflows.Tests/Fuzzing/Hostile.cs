using System.Text;

namespace OfficeWorkflow.Workflows.Tests.Fuzzing;

/// <summary>Files made to hurt: as large as may be, of one thing each.</summary>
internal static class Hostile
{
    /// <summary>As large as a text may be.</summary>
    public const int Largest = 4_900_000;

    /// <summary>So that most of them keep just within the limits of what may be drawn.</summary>
    public const int WithinLimits = 100_000;

    private const string Head = """<definitions id="file" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:office="urn:officeworkflow:bpmn:1">""";

    public static IEnumerable<string> Names => All.Keys;

    public static string Of(string name, int size) => All[name](size);

    private static Dictionary<string, Func<int, string>> All { get; } = new(StringComparer.Ordinal)
    {
        ["nothing"] = static _ => "",
        ["no xml"] = static size => new string('x', size),
        ["zeros"] = static size => new string('\0', size),
        ["half a surrogate pair"] = static size => In("<userTask id=\"\uD842\"/>"),
        ["open elements only"] = static size => Repeat("<a>", size),
        ["deep"] = static size => Nested("subProcess", size / 80),
        ["as deep as may be"] = static _ => Nested("subProcess", 55),
        ["entities of entities"] = static size => $"<!DOCTYPE lolz [{string.Concat(Enumerable.Range(1, 30).Select(static n => $"<!ENTITY l{n} \"&l{n - 1};&l{n - 1};&l{n - 1};\">"))}]>{In("&l30;")}",
        ["an outside entity"] = static size => $"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>{In("&e;")}",
        ["small elements"] = static size => In(Repeat("<a/>", size)),
        ["attributes"] = static size => In($"<userTask id=\"u\" {Numbered("a{0}=\"\" ", size)}/>"),
        ["namespaces"] = static size => In(Numbered("<n{0}:a xmlns:n{0}=\"urn:{0}\"/>", size)),
        ["one long attribute"] = static size => In($"<userTask id=\"u\" name=\"{new string('n', size)}\"/>"),
        ["one long text"] = static size => In($"<userTask id=\"u\"><documentation>{new string('n', size)}</documentation></userTask>"),
        ["one long comment"] = static size => In($"<!--{new string('n', size)}-->"),
        ["tasks"] = static size => In(Numbered("<userTask id=\"u{0}\"/>", size)),
        ["one id"] = static size => In(Repeat("<userTask id=\"u\"/>", size)),
        ["no id"] = static size => In(Repeat("<userTask/>", size)),
        ["tasks in a row"] = static size => In(Numbered("<userTask id=\"u{0}\"/><sequenceFlow id=\"f{0}\" sourceRef=\"u{0}\" targetRef=\"u{1}\"/>", size)),
        ["joins in a row"] = static size => In(Numbered("<inclusiveGateway id=\"u{0}\"/><sequenceFlow id=\"f{0}\" sourceRef=\"u{0}\" targetRef=\"u{1}\"/><sequenceFlow id=\"g{0}\" sourceRef=\"u{0}\" targetRef=\"u{1}\"/>", size)),
        ["flows between two"] = static size => In("<userTask id=\"a\"/><inclusiveGateway id=\"b\"/>" + Numbered("<sequenceFlow id=\"f{0}\" sourceRef=\"a\" targetRef=\"b\"/>", size)),
        ["flows to nowhere"] = static size => In(Numbered("<sequenceFlow id=\"f{0}\" sourceRef=\"a\" targetRef=\"b\"/>", size)),
        ["flows in a circle"] = static size => In("<exclusiveGateway id=\"a\"/>" + Numbered("<sequenceFlow id=\"f{0}\" sourceRef=\"a\" targetRef=\"a\"/>", size)),
        ["boundary events"] = static size => In("<userTask id=\"a\"/>" + Numbered("<boundaryEvent id=\"b{0}\" attachedToRef=\"a\"/>", size)),
        ["boundary events, each on its own"] = static size => In(Numbered("<userTask id=\"a{0}\"/><boundaryEvent id=\"b{0}\" attachedToRef=\"a{0}\"/>", size)),
        ["an event on an event"] = static size => In("<boundaryEvent id=\"a\" attachedToRef=\"a\"/><boundaryEvent id=\"b\" attachedToRef=\"a\"/>"),
        ["links"] = static size => In(Numbered("<intermediateThrowEvent id=\"t{0}\"><linkEventDefinition name=\"l\"/></intermediateThrowEvent><intermediateCatchEvent id=\"c{0}\"><linkEventDefinition name=\"l\"/></intermediateCatchEvent>", size)),
        ["event subprocesses"] = static size => In(Numbered("<subProcess id=\"s{0}\" triggeredByEvent=\"true\"><startEvent id=\"t{0}\"/></subProcess>", size)),
        ["processes"] = static size => $"{Head}{Numbered("<process id=\"p{0}\"/>", size)}</definitions>",
        ["messages"] = static size => $"{Head}{Numbered("<message id=\"m{0}\" name=\"n\"/>", size)}<process id=\"p\"/></definitions>",
        ["pools"] = static size => $"{Head}<collaboration id=\"c\">{Numbered("<participant id=\"o{0}\" processRef=\"p\"/>", size)}</collaboration>{Numbered("<process id=\"p{0}\"/>", size / 2)}</definitions>",
        ["lanes"] = static size => In($"<laneSet id=\"l\">{Numbered("<lane id=\"l{0}\"><flowNodeRef>a</flowNodeRef></lane>", size)}</laneSet><userTask id=\"a\"/>"),
        ["a long formula"] = static size => Condition($"1{Repeat("+1", size)}"),
        ["a deep formula"] = static size => Condition($"{new string('(', size / 3)}1{new string(')', size / 3)}"),
        ["formulas"] = static size => In("<exclusiveGateway id=\"a\"/>" + Numbered("<sequenceFlow id=\"f{0}\" sourceRef=\"a\" targetRef=\"a\"><conditionExpression>x = {0} and y in [1, 2, 3]</conditionExpression></sequenceFlow>", size)),
        ["a long timer"] = static size => In($"<startEvent id=\"s\"><timerEventDefinition><timeCycle>R{new string('9', size)}/P{new string('9', 10)}D</timeCycle></timerEventDefinition></startEvent>"),
    };

    private static string In(string elements) => $"""{Head}<process id="p">{elements}</process></definitions>""";

    private static string Condition(string text) =>
        In($"<exclusiveGateway id=\"a\"/><sequenceFlow id=\"f\" sourceRef=\"a\" targetRef=\"a\"><conditionExpression>{text}</conditionExpression></sequenceFlow>");

    private static string Repeat(string text, int size) => new StringBuilder().Insert(0, text, size / text.Length).ToString();

    /// <summary>The same again and again, with its own number and the next one in it.</summary>
    private static string Numbered(string text, int size)
    {
        var xml = new StringBuilder(size);
        var number = 0;
        while (xml.Length < size - 500)
        {
            xml.Append(text.Replace("{0}", $"{number}", StringComparison.Ordinal).Replace("{1}", $"{number + 1}", StringComparison.Ordinal));
            number++;
        }

        return xml.ToString();
    }

    private static string Nested(string element, int depth)
    {
        var xml = new StringBuilder();
        for (var level = 0; level < depth; level++)
        {
            xml.Append(null, $"<{element} id=\"s{level}\">");
        }

        for (var level = 0; level < depth; level++)
        {
            xml.Append(null, $"</{element}>");
        }

        return In(xml.ToString());
    }
}
