using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Workers;

/// <summary>
/// Writes one mail to each of <c>to</c> (records with <c>name</c> and <c>mail</c>) by the wording <c>template</c>; all inputs, and the
/// fields of the recipient, can be filled in. Someone without an address is no failure: the mail's page says so.
/// </summary>
public sealed class SendMailWorker(Postbox postbox) : Worker
{
    public override string Type => "Office.SendMail";

    public override async Task<WorkerAnswer> PerformAsync(WorkerContext context, CancellationToken stop)
    {
        if (context.Inputs["template"] is not Value.Text template || Recipients(context.Inputs["to"]) is not { } recipients)
        {
            return new WorkerAnswer.Failed("メールの文面(template)か宛先(to)が決まっていません。手続きの設定を直してください。");
        }

        foreach (var recipient in recipients)
        {
            var order = new MailOrder(context.OfficeId, template.Content, Text(recipient["name"]) ?? "ご担当者", Text(recipient["mail"]), context.Inputs.With(recipient))
            {
                CaseId = context.CaseId,
            };

            if (await postbox.PutAsync(context.Db, order, context.At, stop) is Outcome<SentMail>.Refused no)
            {
                return new WorkerAnswer.Failed(no.Refusal.Reason);
            }
        }

        return new WorkerAnswer.Done(Value.Record.Empty);
    }

    /// <returns>Null when it is not said whom the mail is for.</returns>
    private static IReadOnlyList<Value.Record>? Recipients(Value to) => to switch
    {
        Value.Record one => [one],
        Value.List list => [.. list.Items.OfType<Value.Record>()],
        _ => null,
    };

    private static string? Text(Value value) => (value as Value.Text)?.Content;
}
