/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mig-certainty.h"
#include "mig-date.h"

G_BEGIN_DECLS

/**
 * MigKind:
 *
 * The classes of record that a corpus holds, after Popolo and the extensions in data/CORPUS.md.
 */
typedef enum
{
  MIG_KIND_NONE,
  MIG_KIND_EVENT,
  MIG_KIND_PERSON,
  MIG_KIND_ORGANIZATION,
  MIG_KIND_SPEECH,
  MIG_KIND_DOCUMENT,
  MIG_KIND_TOPIC,
  MIG_KIND_FIGURE,
  MIG_KIND_AREA,
  MIG_KIND_MEMBERSHIP,
  MIG_KIND_POST,
  MIG_KIND_MENTION,
} MigKind;
#define MIG_N_KINDS 12

/**
 * MigRef:
 *
 * A record of a corpus in one number: its kind in the upper four bits, its index in the flat array of that kind in the
 * lower 28. Zero is no record. A ref means nothing without its corpus.
 */
typedef guint32 MigRef;
#define MIG_REF_NONE ((MigRef) 0)
#define MIG_REF_MAX_INDEX ((1u << 28) - 1)

static inline MigRef
mig_ref (MigKind kind, guint index)
{
  return ((MigRef) kind << 28) | index;
}

static inline MigKind
mig_ref_kind (MigRef ref)
{
  return (MigKind) (ref >> 28);
}

static inline guint
mig_ref_index (MigRef ref)
{
  return ref & MIG_REF_MAX_INDEX;
}

/**
 * MigEventRole:
 *
 * What an event is to the timeline, from where it stands in the tree of events.
 */
typedef enum
{
  MIG_EVENT_ROLE_EVENT,
  MIG_EVENT_ROLE_SERIES,
  MIG_EVENT_ROLE_MEETING,
  MIG_EVENT_ROLE_SESSION,
} MigEventRole;

/* A run of entries in one of the corpus's side arrays. */
typedef struct
{
  guint32 first;
  guint32 n;
} MigRange;

/* All strings below are owned by the corpus and never NULL unless said so: a member that is missing is "". Names,
 * titles, terms and notes are in the language that the reader was asked for; mig_corpus_get_original() tells what the
 * file has, and is what literals are compared with. */

typedef struct
{
  const char *section;
  const char *page;
  guint paragraph; /* from 1; 0 when not told */
} MigLocator;

typedef struct
{
  MigRef document; /* MIG_REF_NONE when @url tells */
  const char *url;
  const char *note;
  MigLocator locator;
} MigSource;

typedef struct
{
  const char *name;
  const char *note;
} MigOtherName;

typedef struct
{
  const char *scheme;
  const char *identifier;
} MigIdentifier;

typedef struct
{
  const char *url;
  const char *note;
} MigLink;

typedef struct
{
  const char *type; /* "email", "voice", "address" ... */
  const char *label;
  const char *value;
  const char *note;
} MigContact;

typedef struct
{
  const char *section; /* as printed; "" for a document that is not divided */
  const char *title;
  const char *page;
  guint n_paragraphs; /* 0 when not told */
} MigSection;

typedef struct
{
  const char *value;
  MigRange sources;
} MigReading;

typedef struct
{
  const char *property;
  const char *note;
  MigRange readings;
} MigDisagreement;

/**
 * MigRecord:
 *
 * What every record has; the head of each structure below, so that a pointer to one is a pointer to its MigRecord.
 * @name is the title of a document, the label of a figure or post, and for a speech the name of who speaks.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *short_name; /* never empty if @name is not */
  const char *description;
  MigRange other_names;
  MigRange identifiers;
  MigRange links;
  MigRange sources;
  MigRange disagreements;
  MigCertainty certainty;
  guint32 position; /* rank among its siblings by `position`, else by place in the file */
} MigRecord;

typedef struct
{
  MigRecord record;
  MigDate date;
  MigEventRole role;
  MigRef parent;
  MigRef area;
  MigRef organization;
  const char *classification;
  const char *format;
  const char *location;
  const char *attendance;
  MigRange themes;
  MigRange objectives;
} MigEvent;

typedef struct
{
  MigRecord record;
  const char *honorific_prefix;
  const char *honorific_suffix;
  const char *sort_name;
  const char *gender;
  const char *national_identity;
  MigDate life; /* birth to death */
  MigRange contacts;
} MigPerson;

typedef struct
{
  MigRecord record;
  const char *classification;
  MigRef parent;
  MigRef area;
  MigDate date; /* founding to dissolution */
  MigRange contacts;
} MigOrganization;

typedef struct
{
  MigRecord record; /* description is the gist */
  MigRef event;
  MigRef creator;
  MigRef on_behalf_of;
  MigDate date; /* not set: that of the event */
  const char *attribution_text;
  const char *role;
  const char *part;
} MigSpeech;

typedef struct
{
  MigRecord record;
  const char *classification;
  MigDate date;
  MigRef organization;
  MigRange sections;
} MigDocument;

typedef struct
{
  MigRecord record;
  const char *code;
  const char *classification;
  MigRef parent;
} MigTopic;

typedef struct
{
  MigRecord record;
  double value;
  double max_value; /* of a range, the upper end; else @value */
  gboolean has_value;
  const char *value_text;
  const char *unit;
  const char *place;
  MigDate date;
  MigRef given_by; /* a speech or an event */
  MigRef area;
} MigFigure;

typedef struct
{
  MigRecord record;
  const char *classification;
  MigRef parent;
} MigArea;

typedef struct
{
  MigRecord record;
  MigRef person;
  MigRef organization;
  MigRef on_behalf_of; /* an organization: the party or delegation */
  MigRef post;
  MigRef event; /* at which it is attested, or for whose time it was held */
  MigRef area;
  const char *role;
  MigDate date;
  MigRange contacts;
} MigMembership;

typedef struct
{
  MigRecord record;
  const char *role;
  MigRef organization;
  MigRef area;
  MigDate date;
  MigRange contacts;
} MigPost;

typedef struct
{
  MigRecord record; /* description is the note */
  MigRef from;
  MigRef to;
  const char *role;
  gboolean is_bare; /* @role says no more than that it was mentioned */
  MigLocator locator;
} MigMention;

/**
 * MigRelation:
 * @MIG_RELATION_CHILDREN: of an event, organization, topic or area: those that name it as parent, in their order
 * @MIG_RELATION_SPEECHES: of an event: its interventions in order; of a person or organization: theirs, in time
 * @MIG_RELATION_MENTIONS_MADE: of a speech or event: the mentions that start at it
 * @MIG_RELATION_MENTIONED_BY: of anything: the mentions that lead to it, by the time of who mentions
 * @MIG_RELATION_MEMBERSHIPS: of a person, organization, post, event or area: the memberships that name it
 * @MIG_RELATION_FIGURES: of a speech or event: the figures given by it
 * @MIG_RELATION_DOCUMENTS: of an organization: the documents it is the author of
 * @MIG_RELATION_CONVENED: of an organization: the events that it convened
 * @MIG_RELATION_EVIDENCES: of a document: the records that name it as their source
 */
typedef enum
{
  MIG_RELATION_CHILDREN,
  MIG_RELATION_SPEECHES,
  MIG_RELATION_MENTIONS_MADE,
  MIG_RELATION_MENTIONED_BY,
  MIG_RELATION_MEMBERSHIPS,
  MIG_RELATION_FIGURES,
  MIG_RELATION_DOCUMENTS,
  MIG_RELATION_CONVENED,
  MIG_RELATION_EVIDENCES,
} MigRelation;
#define MIG_N_RELATIONS 9

/**
 * MigTrack:
 *
 * The ready-made sequences of records in time: those with a date by their first day, then those without, in the order
 * of the file. `n_dated` of mig_corpus_get_track() parts the two.
 */
typedef enum
{
  MIG_TRACK_MEETINGS,
  MIG_TRACK_SESSIONS,
  MIG_TRACK_EVENTS,
  MIG_TRACK_DOCUMENTS,
} MigTrack;
#define MIG_N_TRACKS 4

/**
 * MigRefs:
 *
 * A list of records, borrowed from the corpus.
 */
typedef struct
{
  const MigRef *refs;
  guint n;
} MigRefs;

/**
 * MigTotals:
 * @n_meetings: how many meetings
 * @n_speeches: interventions in all of them
 * @n_speakers: and by whom
 *
 * How much there is in a series, or in the whole corpus.
 */
typedef struct
{
  guint n_meetings;
  guint n_speeches;
  guint n_speakers;
} MigTotals;

#define MIG_TYPE_CORPUS (mig_corpus_get_type ())
G_DECLARE_FINAL_TYPE (MigCorpus, mig_corpus, MIG, CORPUS, GObject)

/* The corpus as a whole */
const char            *mig_corpus_get_id (MigCorpus *self);
const char            *mig_corpus_get_title (MigCorpus *self);
const char            *mig_corpus_get_description (MigCorpus *self);
const char            *mig_corpus_get_language (MigCorpus *self);
const char            *mig_corpus_get_modified (MigCorpus *self);
const char            *mig_corpus_get_names_language (MigCorpus *self);
GFile                 *mig_corpus_get_file (MigCorpus *self);
guint                  mig_corpus_get_n (MigCorpus *self, MigKind kind);
gboolean               mig_corpus_has   (MigCorpus *self, MigRef ref);
gboolean               mig_corpus_get_extent (MigCorpus *self, gint *first_day, gint *last_day);

/* Records */
MigRef                 mig_corpus_lookup (MigCorpus *self, const char *id);
const MigRecord       *mig_corpus_get_record (MigCorpus *self, MigRef ref);
const MigEvent        *mig_corpus_get_event (MigCorpus *self, MigRef ref);
const MigPerson       *mig_corpus_get_person (MigCorpus *self, MigRef ref);
const MigOrganization *mig_corpus_get_organization (MigCorpus *self, MigRef ref);
const MigSpeech       *mig_corpus_get_speech (MigCorpus *self, MigRef ref);
const MigDocument     *mig_corpus_get_document (MigCorpus *self, MigRef ref);
const MigTopic        *mig_corpus_get_topic (MigCorpus *self, MigRef ref);
const MigFigure       *mig_corpus_get_figure (MigCorpus *self, MigRef ref);
const MigArea         *mig_corpus_get_area (MigCorpus *self, MigRef ref);
const MigMembership   *mig_corpus_get_membership (MigCorpus *self, MigRef ref);
const MigPost         *mig_corpus_get_post (MigCorpus *self, MigRef ref);
const MigMention      *mig_corpus_get_mention (MigCorpus *self, MigRef ref);

/* What hangs on a record */
const MigOtherName    *mig_corpus_get_other_names (MigCorpus *self, MigRange range);
const MigIdentifier   *mig_corpus_get_identifiers (MigCorpus *self, MigRange range);
const MigLink         *mig_corpus_get_links (MigCorpus *self, MigRange range);
const MigContact      *mig_corpus_get_contacts (MigCorpus *self, MigRange range);
const MigSection      *mig_corpus_get_sections (MigCorpus *self, MigRange range);
const MigSource       *mig_corpus_get_sources (MigCorpus *self, MigRange range);
const MigDisagreement *mig_corpus_get_disagreements (MigCorpus *self, MigRange range);
const MigReading      *mig_corpus_get_readings (MigCorpus *self, MigRange range);
const char *const     *mig_corpus_get_texts (MigCorpus *self, MigRange range);
const char            *mig_corpus_get_identifier (MigCorpus *self, MigRef ref, const char *scheme);
const char            *mig_corpus_get_original (MigCorpus *self, const char *text);

/* Relations and sequences, precomputed */
MigRefs                mig_corpus_get_related (MigCorpus *self, MigRef ref, MigRelation relation);
MigRefs                mig_corpus_get_track (MigCorpus *self, MigTrack track, guint *n_dated);
MigRefs                mig_corpus_get_series (MigCorpus *self);
const MigTotals       *mig_corpus_get_totals (MigCorpus *self, MigRef series);
guint                  mig_corpus_get_n_places (MigCorpus *self, MigRef target);

/* Derived */
const MigDate         *mig_corpus_get_date (MigCorpus *self, MigRef ref);
MigRef                 mig_corpus_get_enclosing (MigCorpus *self, MigRef ref, MigEventRole role);
char                  *mig_corpus_dup_address (MigCorpus *self, MigRef ref);
gboolean               mig_corpus_has_address (MigCorpus *self, const char *address);
MigRef                 mig_corpus_lookup_address (MigCorpus *self, const char *address);
char                  *mig_corpus_dup_comparison_address (MigCorpus *self, MigRef first, MigRef second);
MigRef                 mig_corpus_lookup_comparison_address (MigCorpus *self, const char *address, MigRef *second);

G_END_DECLS
