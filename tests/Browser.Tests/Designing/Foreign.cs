using Microsoft.Playwright;

namespace OfficeWorkflow.Browser.Tests.Designing;

/// <summary>Words of a page that are not Japanese.</summary>
internal static class Foreign
{
    /// <summary>No sentence of ours: the mark of bpmn.io, what people type or have typed, codes and addresses, a diagram's own texts. Nor is a mark that a mail's wording takes in.</summary>
    private const string Typed = "input, textarea, code, pre, .form-preview [inert], .bjs-powered-by, .mail-text, [data-element-id] text";

    private const string Script =
        """
        (root, typed) => {
            const isOurs = text => /^[\s\d\p{P}\p{S}]*$/u.test(text) || /^{{[\w .#/]+}}$/.test(text.trim()) || /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text);
            const seen = new Set();
            const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
                const element = walk.currentNode.parentElement;
                if (!element.closest(typed) && !element.closest('script, style') && !isOurs(walk.currentNode.textContent)) { seen.add(walk.currentNode.textContent.trim()); }
            }
            for (const element of root.querySelectorAll('*')) {
                for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'label']) {
                    const text = element.getAttribute(name);
                    if (text && !element.closest('.bjs-powered-by, .form-preview [inert]') && !isOurs(text)) { seen.add(`${name}: ${text}`); }
                }
            }
            return [...seen];
        }
        """;

    /// <summary>What of a page, or of a part of it, is in another language.</summary>
    public static async Task<IReadOnlyList<string>> WordsAsync(IPage page, string within = "[data-designer]") =>
        await page.EvaluateAsync<string[]>($"([within, typed]) => ({Script})(document.querySelector(within), typed)", new[] { within, Typed });

    /// <summary>Opens the settings of everything in the outline one after the other; what is foreign in any of them.</summary>
    public static async Task<IReadOnlyList<string>> WordsOfAllSettingsAsync(IPage page) => await page.EvaluateAsync<string[]>(
        $$"""
        async typed => {
            const look = {{Script}};
            const root = document.querySelector('[data-designer]');
            const seen = new Set(look(root, typed));
            for (const id of [...document.querySelectorAll('[id^=line-]')].map(line => line.id)) {
                document.getElementById(id).click();
                await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
                root.querySelectorAll('.designer-panel details').forEach(one => { one.open = true; });
                look(root, typed).forEach(words => seen.add(`${id}: ${words}`));
            }
            return [...seen];
        }
        """, Typed);
}
