"""Colorado's 64 counties and two tribal nations, as keys."""

COUNTIES = (
    "adams", "alamosa", "arapahoe", "archuleta", "baca", "bent", "boulder", "broomfield", "chaffee",
    "cheyenne", "clear_creek", "conejos", "costilla", "crowley", "custer", "delta", "denver", "dolores",
    "douglas", "eagle", "el_paso", "elbert", "fremont", "garfield", "gilpin", "grand", "gunnison",
    "hinsdale", "huerfano", "jackson", "jefferson", "kiowa", "kit_carson", "la_plata", "lake", "larimer",
    "las_animas", "lincoln", "logan", "mesa", "mineral", "moffat", "montezuma", "montrose", "morgan",
    "otero", "ouray", "park", "phillips", "pitkin", "prowers", "pueblo", "rio_blanco", "rio_grande",
    "routt", "saguache", "san_juan", "san_miguel", "sedgwick", "summit", "teller", "washington", "weld",
    "yuma",
)  # fmt: skip
TRIBAL_LANDS = ("southern_ute", "ute_mountain_ute")
