"""Lists of keys that more than one section uses: services, sectors, help lines."""

SERVICES = (
    "crisis_response", "emergency_shelter", "longer_housing", "case_management", "food", "clothing", "transport",
    "medical", "dental", "mental_health", "substance_use", "legal_victims_rights", "legal_civil", "legal_immigration",
    "legal_labor", "record_relief", "benefits", "dependent_care", "interpretation", "english_classes", "education",
    "job_training", "financial_help", "identity_documents", "family_contact", "disability_support",
    "cultural_community", "peer_support", "safety_planning", "youth_prevention", "worker_outreach",
    "professional_training", "investigation", "data_research",
)  # fmt: skip

SECTORS = (
    "child_welfare", "labor_agency", "community_advocates", "public_health", "child_abuse_services",
    "domestic_violence_services", "sexual_assault_services", "homeless_services", "faith", "immigrant_rights",
    "fire_ems", "health_care", "lived_experience", "police_sheriff", "state_patrol", "prosecutors", "federal_agents",
    "legal_services", "juvenile_justice", "courts_probation", "schools", "youth_services", "housing",
    "mental_health_substance_use", "lgbtq", "disability", "tribal", "regional_coalitions", "employers",
    "unions_worker_centers", "libraries_transit", "elected_officials", "researchers", "funders", "language_access",
    "media",
)  # fmt: skip

HELP_LINES = ("emergency", "colorado_voice", "colorado_text", "national", "child_abuse")
