using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Procedures.Trying;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office;

public sealed class TradeSamplesTests(RunningOffice.OnSqlite office) : IClassFixture<RunningOffice.OnSqlite>
{
    private TrialSamples Samples => office.Services.GetRequiredService<TrialSamples>();

    [Fact]
    public void Every_service_of_the_trade_has_what_stands_in_for_it_in_a_trial()
    {
        var types = office.Services.GetServices<Worker>().Select(static worker => worker.Type).Where(static type => type.StartsWith("Office.", StringComparison.Ordinal));

        Assert.Equal(types.Except(["Office.SendMail"], StringComparer.Ordinal).Order(StringComparer.Ordinal), Samples.Services.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_act_of_the_trade_has_what_it_gives_back_in_a_trial()
    {
        var acts = office.Services.GetServices<FormAct>().Select(static act => act.Name).Where(static name => name.StartsWith("Office.", StringComparison.Ordinal));

        Assert.Empty(acts.Except(Samples.Acts.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void No_sample_is_for_an_act_or_a_wording_that_does_not_exist()
    {
        var acts = office.Services.GetServices<FormAct>().Select(static act => act.Name);

        Assert.Empty(Samples.Acts.Keys.Except(acts, StringComparer.Ordinal));
        Assert.Empty(Samples.Services.Values.Select(static service => service.Wording).OfType<string>().Except(ShippedMails.All.Keys, StringComparer.Ordinal));
    }
}
