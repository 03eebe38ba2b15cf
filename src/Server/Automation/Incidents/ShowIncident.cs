using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Incidents;

/// <summary>One incident: what stuck, where, since when, why, and what the case knows.</summary>
public static class ShowIncident
{
    /// <summary>Read by people: Japanese is text, and the page escapes it once.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="Element">What the diagram calls the place.</param>
    /// <param name="Values">What the case knows there, as JSON writes it.</param>
    public sealed record Model(
        Incident Incident,
        CaseFile? File,
        string? Element,
        Diagram? Diagram,
        IReadOnlyList<KeyValuePair<string, string>> Values,
        string? ClosedBy,
        Form Form,
        IReadOnlyList<Refusal> Refusals)
    {
        /// <summary>It has just been tried again.</summary>
        public bool WasTried { get; init; }
    }

    public sealed record Form(string? Values, string? Reason);

    public static async Task<Model?> HandleAsync(
        Guid id, Form form, IReadOnlyList<Refusal> refusals, OfficeDb db, ProcedureLibrary library, CancellationToken stop)
    {
        if (await db.Incidents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is not { } incident)
        {
            return null;
        }

        var closedBy = await db.People.Where(person => person.Id == incident.ClosedBy).Select(static person => person.Name).FirstOrDefaultAsync(stop);
        var file = await db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == incident.CaseId, stop);
        if (file is not { State.Length: > 0 })
        {
            return new Model(incident, file, null, null, [], closedBy, form, refusals);
        }

        var process = await library.ProcessAsync(db, file.VersionId, stop);
        var state = CaseFormat.Read(file.State);
        return new Model(
            incident,
            file,
            incident.NodeId is { } node ? process.Find(node)?.Label ?? node : null,
            await Diagram.OfAsync(file, state, process, [], incident.NodeId, db, stop),
            [.. ValuesAt(incident, state).Fields.Select(static field => KeyValuePair.Create(field.Key, JsonValues.Write(field.Value)?.ToJsonString(Plain) ?? "null"))],
            closedBy,
            form,
            refusals);
    }

    /// <summary>What the frame of the stuck token knows; else the case.</summary>
    private static Workflows.Model.Value.Record ValuesAt(Incident incident, CaseState state) =>
        state.Token(incident.About) is { } token
            ? state.Scopes.FirstOrDefault(scope => string.Equals(scope.Id, token.ScopeId, StringComparison.Ordinal))?.Variables ?? state.Variables
            : state.Variables;
}
