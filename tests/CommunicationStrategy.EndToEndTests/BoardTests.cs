// The board in a real browser: a card is dragged to another column, and the step is taken.
using CommunicationStrategy.EndToEndTests.Infrastructure;
using Microsoft.Playwright;

namespace CommunicationStrategy.EndToEndTests;

public sealed class BoardTests
{
    [Test, CancelAfter(120_000)]
    public async Task A_card_of_the_board_is_dragged_to_another_column()
    {
        await using var product = await Product.StartAsync("--sample");
        await using var browser = await Browser.StartAsync();
        var person = await browser.PersonAsync(product.Address, javaScript: true);
        await person.GoAsync(product.SetUpPath);
        await person.FillAsync("set-up", ("DisplayName", "Ana"), ("Email", "ana@example.org"), ("Password", Person.Password), ("PasswordAgain", Person.Password));
        await person.SendAsync("set-up");
        await person.GoAsync("/people");
        await person.ClickAsync(person.Main.Locator("tbody a").First);
        await person.Page.Locator("input[name='Input.Roles'][value='Officer']").CheckAsync();
        await person.ClickAsync(person.Main.Locator("form[method=post] button[type=submit]").First);

        await person.Page.SetViewportSizeAsync(1366, 900);
        await person.GoAsync("/plan/board?state=Planned");
        var card = person.Page.Locator("[data-states='Planned'] .board-card").First;
        var id = await card.GetAttributeAsync("data-card");
        await card.DragToAsync(person.Page.Locator("[data-states='InProgress']"));
        await Assertions.Expect(person.Page.Locator(".flash")).ToBeVisibleAsync();
        Assert.That(person.Page.Url, Does.EndWith("/plan/board?state=Planned"));
        await person.GoAsync("/plan/board");
        Assert.That(await person.Page.Locator($"[data-states='InProgress'] [data-card='{id}']").CountAsync(), Is.EqualTo(1));
    }
}
