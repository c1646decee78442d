"""English: headlines that name by office alone whom the text below names."""

import pytest
from tests.extract.events_of import told

DAY = "2024-06-12"
ITEMS = [
    ("Sri Lankan trade minister in Doha. Sri Lankan Trade Minister Kamal Perera held talks in Doha on Monday with "
     "Qatari Energy Minister Saad al-Kaabi.", {"Kamal Perera", "Saad al-Kaabi"}),
    ("Omani crown prince, Saudi foreign minister discuss trade. Oman's Crown Prince Theyazin bin Haitham and Saudi "
     "Foreign Minister Faisal bin Farhan met on Sunday.", {"Theyazin bin Haitham", "Faisal bin Farhan"}),
    ("Fidan meets US envoy. Hakan Fidan met with Walter Pratt, the US ambassador to Turkey, in Ankara today.",
     {"Hakan Fidan", "Walter Pratt"}),
]  # fmt: skip


@pytest.mark.parametrize("text, guests", ITEMS)
def test_the_office_of_a_headline_is_that_of_the_text(text, guests):
    assert {people for _, people in told(text, DAY)} == {frozenset(guests)}
