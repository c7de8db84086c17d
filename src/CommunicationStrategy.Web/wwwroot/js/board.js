// Drags a card of the board to another column. It only chooses the card's own step and presses its own button: the same form does the rest.
const board = document.querySelector(".board");
let dragged = null;

// The step of this card that leads to this column, if there is one.
const stepTo = (card, column) => {
  const states = column.dataset.states.split(" ");
  return [...card.querySelectorAll("option[data-to]")].find(o => o.dataset.to.split(" ").some(s => states.includes(s)));
};

const clear = () => board.querySelectorAll(".board-column").forEach(c => c.classList.remove("board-target", "board-over"));

board.querySelectorAll(".board-card").forEach(card => {
  if (!card.querySelector("option[data-to]")) return;
  card.draggable = true;
  card.addEventListener("dragstart", event => {
    dragged = card;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", card.dataset.card);
    board.querySelectorAll(".board-column").forEach(column => {
      if (!column.contains(card) && stepTo(card, column)) column.classList.add("board-target");
    });
  });
  card.addEventListener("dragend", () => {
    dragged = null;
    clear();
  });
});

board.querySelectorAll(".board-column").forEach(column => {
  column.addEventListener("dragover", event => {
    if (!dragged || !column.classList.contains("board-target")) return;
    event.preventDefault();
    column.classList.add("board-over");
  });
  column.addEventListener("dragleave", event => {
    if (!column.contains(event.relatedTarget)) column.classList.remove("board-over");
  });
  column.addEventListener("drop", event => {
    if (!dragged || !column.classList.contains("board-target")) return;
    event.preventDefault();
    const step = stepTo(dragged, column);
    step.selected = true;
    const button = dragged.querySelector("button[name=card]");
    button.form.requestSubmit(button);
  });
});
