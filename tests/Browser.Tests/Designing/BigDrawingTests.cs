using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Designing;

[Collection(TimedCollection.Name)]
public sealed class BigDrawingTests(SmallOffice office) : IClassFixture<SmallOffice>
{
    private const int Tries = 9;
    private const double Limit = 1.5;

    /// <summary>Since the page was asked for, by the browser's own clock; two frames later what was drawn is on the screen.</summary>
    private const string Shown = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() / 1000))))";

    [Fact]
    public async Task J14_A_procedure_of_300_elements_opens_within_a_second_and_a_half()
    {
        var sketch = new Sketch(await office.Cast.StaffAsync("事務管理者J"), "consent");
        await sketch.OpenAsync();
        await sketch.SaveElsewhereAsync(Drawing300.Source);
        var opened = new List<double>();
        for (var turn = 0; turn < Tries; turn++)
        {
            await sketch.OpenAsync();
            await sketch.Page.Locator(".djs-element[data-element-id='join-74']").WaitForAsync();
            opened.Add(await sketch.Page.EvaluateAsync<double>(Shown));
        }

        // What else the machine does at the moment only adds to it: the quickest turn is what the designer needs.
        Assert.InRange(opened.Min(), 0, Limit);
    }
}
