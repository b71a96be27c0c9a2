/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "synthetic-corpus.h"

#include <math.h>

/*
 * Corpora of any size in the real format, the same for the same seed on every machine: meetings that grow denser
 * towards the present and fall into two seasons, their sessions, interventions, and the events and documents that they
 * mention, a few of them very often and most of them hardly. Dates are of every precision that the format knows.
 */

#define LAST_DAY 737425 /* 31 December 2019 */
#define DAYS_A_YEAR 365.2425

typedef struct
{
  GString *text;
  GRand *rand;
  guint n_meetings;
  guint n_events;
  guint n_documents;
  guint n_persons;
  guint n_organizations;
  guint n_sessions;
  guint n_speeches;
  gint first_day;
  guint8 *sessions; /* how many each meeting has */
} Maker;

static const char *const subjects[] = {
  "remittances", "labour mobility", "return and reintegration", "population data", "humanitarian response",
  "climate and displacement", "health of migrants", "education across borders", "urban growth", "border procedures",
  "family reunion", "skills recognition", "diaspora investment", "protection at sea", "census methods",
};
static const char *const formats[] = {
  "Forum", "Conference", "Summit", "Workshop", "Consultation", "Seminar", "Dialogue", "Assembly debate", "Round table",
};
static const char *const places[] = {
  "Geneva", "Manila", "Quito", "Dakar", "Oslo", "Nairobi", "Bangkok", "Lima", "Vienna", "Rabat", "Suva", "Ottawa",
};
static const char *const names[] = {
  "Amara", "Bo", "Chidi", "Dolores", "Emil", "Farah", "Gita", "Hana", "Ivo", "Jun", "Kemal", "Lucía", "Mads", "Noor",
};

static guint
draw (Maker *self, guint n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) MAX (n, 1));
}

static gboolean
chance (Maker *self, double probability)
{
  return g_rand_double (self->rand) < probability;
}

#define PICK(maker, array) ((array)[draw ((maker), G_N_ELEMENTS (array))])

static void
begin_list (Maker *self, const char *name)
{
  g_string_append_printf (self->text, ",\n\"%s\": [", name);
}

/* Called at the end of each record, so that no comma is left over. */
static void
end_record (Maker *self, guint i, guint n)
{
  g_string_append (self->text, i + 1 < n ? "},\n" : "}]");
}

static gint
draw_day (Maker *self)
{
  double share = 1 - sqrt (g_rand_double (self->rand));
  gint day = LAST_DAY - (gint) (share * (LAST_DAY - self->first_day));

  /* Two thirds fall into the seasons of meetings: the spring and the autumn. */
  if (chance (self, .66))
    {
      double year = floor (day / DAYS_A_YEAR);
      double season = chance (self, .5) ? .18 : .74;

      day = (gint) ((year + season + (g_rand_double (self->rand) - .5) * .16) * DAYS_A_YEAR);
    }
  return CLAMP (day, self->first_day, LAST_DAY);
}

static void
append_day (Maker *self, const char *member, gint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint) day);
  g_string_append_printf (self->text, ", \"%s\": \"%04u-%02u-%02u\"", member, g_date_get_year (&date),
                          g_date_get_month (&date), g_date_get_day (&date));
}

/* A date about @day, as coarse or as unsure as one in fifty, or one in ten, of the sources have it. */
static void
append_date (Maker *self, gint day, double vague)
{
  double kind = g_rand_double (self->rand) / vague;
  guint length = draw (self, 5);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint) day);
  if (kind < .10)
    return;
  if (kind < .50)
    g_string_append_printf (self->text, ", \"start_date\": \"%04u-%02u\"", g_date_get_year (&date),
                            g_date_get_month (&date));
  else if (kind < .65)
    g_string_append_printf (self->text, ", \"start_date\": \"%04u\"", g_date_get_year (&date));
  else if (kind < .70)
    g_string_append_printf (self->text, ", \"date\": \"%03uX\"", g_date_get_year (&date) / 10u);
  else if (kind < .80)
    g_string_append_printf (self->text, ", \"date\": \"%04u-%02u-%02u~\"", g_date_get_year (&date),
                            g_date_get_month (&date), g_date_get_day (&date));
  else if (kind < .90)
    g_string_append_printf (self->text, ", \"date\": \"%04u-%02u?\"", g_date_get_year (&date),
                            g_date_get_month (&date));
  else if (kind < .95)
    g_string_append_printf (self->text, ", \"date\": \"%04u-%02u-%02u/..\"", g_date_get_year (&date),
                            g_date_get_month (&date), g_date_get_day (&date));
  else if (kind < 1)
    g_string_append_printf (self->text, ", \"date\": \"../%04u-%02u\"", g_date_get_year (&date),
                            g_date_get_month (&date));
  else
    {
      append_day (self, "start_date", day);
      if (length > 0 && day + (gint) length <= LAST_DAY)
        append_day (self, "end_date", day + (gint) length);
    }
}

static void
make_meeting (Maker *self, guint i, gint day)
{
  const char *subject = PICK (self, subjects);

  g_string_append_printf (self->text,
                          "{\"id\": \"m%u\", \"classification\": \"meeting\", \"parent_id\": \"series\", \"name\": "
                          "\"Coordination meeting %u on %s\", \"short_name\": \"Meeting %u\", \"location\": \"%s\", "
                          "\"identifiers\": [{\"scheme\": \"ordinal\", \"identifier\": \"%u\"}]",
                          i, i + 1, subject, i + 1, PICK (self, places), i + 1);
  append_date (self, day, .02);
  g_string_append (self->text, "},\n");
  for (guint s = 0; s < self->sessions[i]; s++)
    {
      g_string_append_printf (self->text,
                              "{\"id\": \"m%us%u\", \"parent_id\": \"m%u\", \"position\": %u, \"name\": \"%s of %s\"",
                              i, s, i, s + 1, chance (self, .5) ? "Review" : "Discussion", PICK (self, subjects));
      if (chance (self, .5))
        append_day (self, "start_date", day);
      g_string_append (self->text, "},\n");
    }
}

static void
make_events (Maker *self)
{
  g_string_append (self->text, ",\n\"events\": [{\"id\": \"series\", \"classification\": \"series\", \"name\": "
                               "\"Synthetic coordination meetings\"},\n");
  for (guint i = 0; i < self->n_meetings; i++)
    make_meeting (self, i, draw_day (self));
  for (guint i = 0; i < self->n_events; i++)
    {
      const char *place = PICK (self, places), *format = PICK (self, formats);

      g_string_append_printf (self->text,
                              "{\"id\": \"e%u\", \"name\": \"%s %u on %s in %s\", \"short_name\": \"%s %u\"", i,
                              format, i, PICK (self, subjects), place, chance (self, .5) ? place : format, i);
      append_date (self, draw_day (self), .3);
      end_record (self, i, self->n_events);
    }
}

static void
make_actors (Maker *self)
{
  begin_list (self, "organizations");
  for (guint i = 0; i < self->n_organizations; i++)
    {
      g_string_append_printf (self->text, "{\"id\": \"o%u\", \"name\": \"Institute %u for %s\"", i, i,
                              PICK (self, subjects));
      end_record (self, i, self->n_organizations);
    }
  begin_list (self, "persons");
  for (guint i = 0; i < self->n_persons; i++)
    {
      g_string_append_printf (self->text, "{\"id\": \"p%u\", \"name\": \"%s %s-%u\"", i, PICK (self, names),
                              PICK (self, names), i);
      end_record (self, i, self->n_persons);
    }
}

static void
make_documents (Maker *self)
{
  begin_list (self, "documents");
  for (guint i = 0; i < self->n_documents; i++)
    {
      gint day = draw_day (self);
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint) day);
      g_string_append_printf (self->text,
                              "{\"id\": \"d%u\", \"title\": \"Report on %s, part %u\", \"short_name\": \"R/%u\"", i,
                              PICK (self, subjects), i, i);
      if (!chance (self, .03))
        g_string_append_printf (self->text, ", \"date\": \"%04u-%02u-%02u\"", g_date_get_year (&date),
                                g_date_get_month (&date), g_date_get_day (&date));
      end_record (self, i, self->n_documents);
    }
}

/* One intervention a meeting, in its first session. A few people speak far more often than the others. */
static void
make_speeches (Maker *self)
{
  begin_list (self, "speeches");
  for (guint i = 0; i < self->n_speeches; i++)
    {
      double share = g_rand_double (self->rand);

      g_string_append_printf (self->text,
                              "{\"id\": \"i%u\", \"event_id\": \"m%us0\", \"creator_id\": \"p%u\", \"role\": "
                              "\"panellist\", \"on_behalf_of_id\": \"o%u\", \"text\": \"Spoke of %s and of what it "
                              "takes to count it.\"",
                              i, i, (guint) (share * share * self->n_persons), draw (self, self->n_organizations),
                              PICK (self, subjects));
      end_record (self, i, self->n_speeches);
    }
}

/* A half of all mentions goes to a few; the other half to anything. */
static void
make_mentions (Maker *self)
{
  guint n = self->n_meetings * 5 / 2;

  begin_list (self, "mentions");
  for (guint i = 0; i < n; i++)
    {
      guint meeting = draw (self, self->n_meetings);
      double share = pow (g_rand_double (self->rand), chance (self, .5) ? 5 : 1);

      if (chance (self, .4))
        g_string_append_printf (self->text, "{\"from_id\": \"i%u\"", meeting);
      else
        g_string_append_printf (self->text, "{\"from_id\": \"m%us%u\"", meeting,
                                draw (self, self->sessions[meeting]));
      if (chance (self, .85))
        g_string_append_printf (self->text, ", \"to_id\": \"e%u\"", (guint) (share * self->n_events));
      else
        g_string_append_printf (self->text, ", \"to_id\": \"d%u\"", (guint) (share * self->n_documents));
      g_string_append_printf (self->text, ", \"role\": \"%s\"", chance (self, .2) ? "mandate" : "reference");
      end_record (self, i, n);
    }
}

/**
 * synthetic_corpus_new:
 * @n_meetings: at least 1
 * @seed: any number
 *
 * Returns: (transfer full): a valid corpus; the same bytes for the same arguments
 */
GBytes *
synthetic_corpus_new (guint n_meetings, guint32 seed)
{
  double years = 17 * pow (n_meetings / 17.0, .27);
  Maker self = {
    .text = g_string_sized_new (1300 * (gsize) n_meetings),
    .rand = g_rand_new_with_seed (seed),
    .n_meetings = n_meetings,
    .n_events = MAX (n_meetings * 6 / 5, 2),
    .n_documents = MAX (n_meetings / 5, 2),
    .n_persons = 20 + n_meetings / 50,
    .n_organizations = 12 + n_meetings / 500,
    .n_speeches = n_meetings,
    .first_day = LAST_DAY - (gint) (MAX (years, 3) * DAYS_A_YEAR),
    .sessions = g_new (guint8, n_meetings),
  };

  for (guint i = 0; i < n_meetings; i++)
    self.sessions[i] = (guint8) (1 + draw (&self, 5));
  g_string_append_printf (self.text,
                          "{\"meta\": {\"format\": \"migmeet-corpus\", \"version\": \"1.0\", \"id\": \"synthetic-%u\", "
                          "\"title\": \"%u synthetic meetings\", \"language\": \"en\"}",
                          n_meetings, n_meetings);
  make_actors (&self);
  make_events (&self);
  make_documents (&self);
  make_speeches (&self);
  make_mentions (&self);
  g_string_append (self.text, "}\n");

  g_rand_free (self.rand);
  g_free (self.sessions);
  return g_string_free_to_bytes (self.text);
}
