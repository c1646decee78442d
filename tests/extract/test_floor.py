"""Who acts at an event that the sentence before told of: words for what is done at events, and acts right behind it."""

import pytest
from tests.extract.events_of import event

DAY = "2024-06-12"
SUMMIT = "Un sommet extraordinaire de la Cédéao s'est tenu dimanche à Abuja."
VISIT = "Le Premier ministre nigérien Ali Mahaman Lamine Zeine est arrivé dimanche à Téhéran."
TALKS = "Des négociations entre l'Arménie et l'Azerbaïdjan se sont tenues mercredi à Almaty."

COUNCIL = "Les dirigeants des Vingt-Sept se réunissent ce mercredi à Bruxelles pour un sommet extraordinaire."
LIBYA = "La conférence internationale sur la Libye s'est ouverte dimanche à Berlin."
DINNER = "Le président ivoirien Alassane Ouattara a été reçu lundi à l'Élysée par Emmanuel Macron."

THERE = [
    (SUMMIT, "« Notre espace est menacé », y a déclaré Bola Tinubu.", {"Bola Tinubu"}),
    (
        TALKS,
        "La délégation d'Erevan était emmenée par Ararat Mirzoyan, celle de Bakou par Djeyhoun Baïramov.",
        {"Ararat Mirzoyan", "Jeyhun Bayramov"},
    ),
    (COUNCIL, "« Il faut agir », a lancé Emmanuel Macron à son arrivée.", {"Emmanuel Macron"}),
    (COUNCIL, "Pour l'Italie, Giorgia Meloni a demandé de la souplesse.", {"Giorgia Meloni"}),
    (COUNCIL, "Du côté italien, Giorgia Meloni a demandé de la souplesse.", {"Giorgia Meloni"}),
    (COUNCIL, "Le président ukrainien Volodymyr Zelensky s'exprimera en visioconférence.", {"Volodymyr Zelensky"}),
    (
        LIBYA,
        "Douze pays sont représentés à cette conférence. Il s'agit de l'Égypte, de la Turquie et de la Russie.",
        {"Égypte", "Turquie", "Russie"},
    ),
    (LIBYA, "Sont représentés l'Égypte, la Turquie et la Russie.", {"Égypte", "Turquie", "Russie"}),
    (DINNER, "Il était accompagné de son épouse, Dominique Ouattara.", {"Dominique Ouattara"}),
    (SUMMIT, "Dans son discours d'ouverture, Bola Tinubu a appelé à l'unité.", {"Bola Tinubu"}),
    (SUMMIT, "Le discours d'ouverture a été prononcé par le président nigérian Bola Tinubu.", {"Bola Tinubu"}),
    (SUMMIT, "Devant ses pairs, Bassirou Diomaye Faye a prôné le dialogue.", {"Bassirou Diomaye Faye"}),
    (SUMMIT, "Bassirou Diomaye Faye a été désigné médiateur par ses pairs.", {"Bassirou Diomaye Faye"}),
    (SUMMIT, "Le président Alassane Ouattara a confirmé sa venue.", {"Alassane Ouattara"}),
    (SUMMIT, "Bola Tinubu, qui présidait la séance, a appelé à l'unité.", {"Bola Tinubu"}),
    (
        SUMMIT,
        "Autour de Bola Tinubu se trouvaient Bassirou Diomaye Faye et Alassane Ouattara.",
        {"Bola Tinubu", "Bassirou Diomaye Faye", "Alassane Ouattara"},
    ),
    (SUMMIT, "Le Sénégalais Bassirou Diomaye Faye a prôné la réconciliation.", {"Bassirou Diomaye Faye"}),
    (VISIT, "Font partie de la délégation le ministre de la Défense, Salifou Mody, et d'autres.", {"Salifou Mody"}),
    (VISIT, "La délégation comprend le ministre de la Défense, Salifou Mody.", {"Salifou Mody"}),
    (VISIT, "Le ministre de la Défense, Salifou Mody, l'accompagne.", {"Salifou Mody"}),
    (
        TALKS,
        "Ararat Mirzoyan conduisait la délégation d'Erevan, Djeyhoun Baïramov celle de Bakou.",
        {"Ararat Mirzoyan", "Jeyhun Bayramov"},
    ),
]

ELSEWHERE = [
    (COUNCIL, "Donald Trump a menacé de nouveau l'Europe de droits de douane.", "Donald Trump"),
    (COUNCIL, "« Ces sanctions sont absurdes », a réagi le porte-parole du Kremlin, Dmitri Peskov.", "Dmitry Peskov"),
    (DINNER, "L'avocat de Dominique Ouattara a réagi.", "Dominique Ouattara"),
    (SUMMIT, "À Bamako, Assimi Goïta a dénoncé une réunion inutile.", "Assimi Goïta"),
    (SUMMIT, "Emmanuel Macron a salué cette décision.", "Emmanuel Macron"),
    (SUMMIT, "La Cédéao a exigé la libération de Mohamed Bazoum.", "Mohamed Bazoum"),
]


def there(text):
    """Names of those whom the main event of a text names."""
    return {p["name"] for p in event(text, DAY, "fr")["participants"]}


@pytest.mark.parametrize(("told", "sentence", "names"), THERE)
def test_who_acts_at_the_event_told_before_is_there(told, sentence, names):
    assert names <= there(f"{told} {sentence}")


@pytest.mark.parametrize(("told", "sentence", "name"), ELSEWHERE)
def test_who_acts_elsewhere_or_comes_from_no_member_is_not(told, sentence, name):
    assert name not in there(f"{told} {sentence}")


def test_an_arrival_at_a_place_of_its_own_is_a_visit():
    text = "« Nous venons en amis », a assuré Ursula von der Leyen à son arrivée dimanche à Tunis."
    assert event(text, DAY, "fr")["kind"] == "visit"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Le président Recep Tayyip Erdogan a présidé jeudi, aux côtés de Mohammed ben Zayed, la cérémonie de "
            "signature de plusieurs accords.",
            {"Recep Tayyip Erdoğan", "Mohammed bin Zayed Al Nahyan"},
        ),
        (
            "Alassane Ouattara a reçu ce matin au Palais des Hôtes le président du Ghana, Nana Akufo-Addo.",
            {"Alassane Ouattara", "Nana Akufo-Addo"},
        ),
    ],
)
def test_company_and_halls_stand_between_a_verb_and_its_object(text, names):
    assert there(text) == names
