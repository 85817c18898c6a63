"""The crisis room over HTTP: seats, rounds, injects, and servers that end in the middle of a game."""

import http.client
import json
import random
import tempfile
import threading
import time
import unittest

import server
from server import API, PATIENCE, PROGRAM, Server, manage

ROOMS = API + "/rooms"


class Game:
    """A room of one server, or of a server that was started again."""

    def __init__(self, at, **opening):
        self.at = at
        status, made = at.json("POST", ROOMS, {"case": "narva", **opening})
        assert status == 201, made
        self.id, self.path = made["id"], f"{ROOMS}/{made['id']}"
        self.tokens = {"facilitator": made["token"]}

    def ask(self, method, path="", body=None, by=None):
        more = {"Entente_Seat": self.tokens[by]} if by else {}
        return self.at.json(method, self.path + path, body, **more)

    def sit(self, seat):
        status, made = self.ask("POST", "/seats", {"seat": seat, "name": f"Person of {seat}"})
        if status == 201:
            self.tokens[seat] = made["token"]
        return status, made

    def act(self, by, **act):
        return self.ask("POST", "/acts", act, by)

    def view(self, by=None):
        status, seen = self.ask("GET", by=by)
        assert status == 200, seen
        return seen

    def move(self, by, move=None):
        seen = self.view(by)
        move = move or seen["choices"][0]["move"]
        return self.act(by, act="move", round=seen["round"], move=move)


class Rooms(server.Running):
    def test_a_game_from_first_to_last(self):
        game = Game(self.server, title="Tuesday's class", seed=3)
        self.assertEqual(game.view()["title"], "Tuesday's class")
        for seat in ("RUS", "EST", "USA", "POL"):
            self.assertEqual(game.sit(seat)[0], 201)
        self.assertEqual(game.sit("RUS")[0], 409)
        self.assertEqual(game.act("RUS", act="begin")[0], 403)
        self.assertEqual(game.act("facilitator", act="begin")[0], 200)
        self.assertEqual(game.move("EST", "ask the allies")[0], 409)
        self.assertEqual(game.act("facilitator", act="inject", text="Shots.", go="occupied")[0],
                         200)
        self.assertEqual(game.move("USA", "honour")[0], 200)
        waiting = game.view("POL")
        usa = next(one for one in waiting["seats"] if one["seat"] == "USA")
        self.assertEqual((usa["chosen"], usa["stands"]), (True, "out"))
        self.assertNotIn("USA: honour", [line["text"] for line in waiting["log"]])
        self.assertEqual(game.ask("GET", "/debrief")[0], 409)
        self.assertEqual(game.ask("GET", "/save", by="POL")[0], 403)
        self.assertEqual(game.move("POL", "delay")[0], 200)
        self.assertIn("USA: honour", [line["text"] for line in game.view("POL")["log"]])
        self.assertEqual(game.move("RUS", "withdraw")[0], 200)
        seen = game.view()
        self.assertEqual(seen["end"]["id"], "withdrew")
        self.assertEqual(game.move("RUS", "withdraw")[0] if seen["choices"] else 409, 409)
        status, record = game.ask("GET", "/debrief")
        self.assertEqual(status, 200)
        self.assertIn("Russia withdraws", record["finding"])
        self.assertEqual(set(record["tables"]), {"steps", "seats", "ends", "paths", "assumptions"})
        answer, page = self.server.ask("GET", game.path + "/debrief.html")
        self.assertEqual(answer.status, 200)
        self.assertIn(b"Russia withdraws", page)

    def test_a_saved_game_comes_back(self):
        game = Game(self.server, seed=5)
        game.sit("RUS")
        game.act("facilitator", act="begin")
        game.move("RUS", "cut cables, unseen")
        status, saved = game.ask("GET", "/save", by="facilitator")
        self.assertEqual(status, 200)
        again = Game(self.server, **{"save": saved, "case": "narva"})
        self.assertEqual(again.ask("GET", "/save", by="facilitator")[1], saved)
        ours, theirs = game.view("facilitator"), again.view("facilitator")
        self.assertEqual([line["text"] for line in ours["log"]],
                         [line["text"] for line in theirs["log"]])
        self.assertEqual(ours["odds"], theirs["odds"])

    def test_what_is_refused(self):
        self.fault(422, "unknown_name", "POST", ROOMS, {"case": "narwa"})
        self.fault(422, "missing_key", "POST", ROOMS, {})
        self.fault(422, "unknown_key", "POST", ROOMS, {"case": "narva", "clok": 3})
        self.fault(400, "syntax", "POST", ROOMS, "{", Content_Type="application/json")
        self.fault(422, "missing_key", "POST", ROOMS, {"save": {"format": "chess"}})
        self.fault(422, "unknown_name", "POST", ROOMS,
                   {"text": CIRCLE.replace('to = "quiet"', 'to = "quite"')})
        self.fault(422, "bad_value", "POST", ROOMS, {"text": CIRCLE})
        self.fault(404, "unknown_name", "GET", ROOMS + "/nowhere")
        self.fault(404, "unknown_name", "GET", ROOMS + "/nowhere/events")
        self.fault(404, "unknown_name", "POST", ROOMS + "/nowhere/seats", {"seat": "RUS"})
        game = Game(self.server)
        self.fault(422, "unknown_name", "POST", game.path + "/seats", {"seat": "RSU"})
        self.fault(403, "bad_value", "POST", game.path + "/acts", {"act": "close"})
        self.fault(403, "bad_value", "POST", game.path + "/acts", {"act": "move", "move": "x"},
                   Entente_Seat="' or 1=1 --")
        self.fault(422, "bad_value", "POST", game.path + "/acts", {"act": "expire"})
        self.fault(422, "bad_value", "POST", game.path + "/acts", {"act": "sit", "seat": "RUS"})

    def test_events_tell_of_every_act_and_end_with_the_room(self):
        game = Game(self.server)
        game.sit("RUS")
        client = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=PATIENCE)
        self.addCleanup(client.close)
        client.request("GET", game.path + "/events?after=1")
        stream = client.getresponse()
        self.assertEqual(stream.getheader("Content-Type"), "text/event-stream")
        told = []
        reader = threading.Thread(target=lambda: told.append(stream.read().decode()))
        reader.start()
        game.act("facilitator", act="begin")
        game.move("RUS", "leave things as they are")
        reader.join(PATIENCE)
        numbers = [int(line[4:]) for line in told[0].splitlines() if line.startswith("id: ")]
        self.assertEqual(numbers, sorted(set(numbers)))
        self.assertEqual(numbers[-1], game.view()["step"])
        self.assertIn('"state":"over"', told[0])

    def test_the_clock_moves_for_who_is_late(self):
        game = Game(self.server, clock=1)
        game.sit("RUS")
        game.act("facilitator", act="begin")
        deadline = time.monotonic() + PATIENCE
        while game.view()["round"] == 1 and game.view()["state"] == "playing":
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.1)
        self.assertIn("expired", [line["kind"] for line in game.view()["log"]])


CIRCLE = """[crisis]
name = "circle"
title = "A crisis that comes back to itself"
source = "a test"
confidence = "C"
accident = "war"

[[player]]
id = "RUS"
side = "challenger"
stake = [1, 1, 1]
strength = [1, 1, 1]
democracy = [0, 0, 0]

[[player]]
id = "EST"
side = "defender"
stake = [1, 1, 1]
strength = [1, 1, 1]
democracy = [0, 0, 0]

[[node]]
id = "start"
mover = "RUS"
rung = 1
moves = [{ name = "wait", to = "start" }, { name = "leave", to = "quiet" }]

[[end]]
id = "quiet"
title = "nothing"
rung = 1
share = [0, 0, 0]

[[end]]
id = "war"
title = "war"
rung = 5
war = true
"""


@unittest.skipUnless(PROGRAM.exists(), "skipped: needs the release build")
class RoomsKept(unittest.TestCase):
    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())
        self.store = self.folder + "/store.db"

    def test_a_server_that_is_killed_loses_nothing(self):
        chance = random.Random(11)
        at = Server(store=self.store)
        game = Game(at, seed=2)
        for seat in ("RUS", "EST", "POL"):
            game.sit(seat)
        game.act("facilitator", act="begin")
        while (seen := game.view("facilitator"))["state"] == "playing":
            at.kill()
            at = game.at = Server(store=self.store)
            self.assertEqual(game.view("facilitator"), seen)
            seat = next(one["seat"] for one in seen["seats"]
                        if one["asked"] and one["holder"] == "person" and not one["chosen"])
            choices = game.view(seat)["choices"]
            done = game.move(seat, chance.choice(choices)["move"])
            self.assertEqual(done[0], 200, done)
        self.assertEqual(seen["state"], "over")
        at.end()

    def test_two_servers_share_a_room(self):
        first, second = Server(store=self.store), Server(store=self.store)
        self.addCleanup(first.end)
        self.addCleanup(second.end)
        game = Game(first)
        game.sit("RUS")
        game.at = second
        self.assertEqual(game.act("facilitator", act="begin")[0], 200)
        game.at = first
        self.assertEqual(game.move("RUS", "leave things as they are")[0], 200)
        game.at = second
        self.assertEqual(game.view()["state"], "over")

    def test_viewers_sit_and_analysts_open(self):
        for name, role in (("ann", "analyst"), ("eve", "viewer")):
            manage("add-user", name, "--role", role, store=self.store,
                   given="correct horse battery\n")
        at = Server("--login", store=self.store)
        self.addCleanup(at.end)
        tokens = {}
        for name in ("ann", "eve"):
            answer, _ = at.ask("POST", API + "/session",
                               {"name": name, "password": "correct horse battery"})
            tokens[name] = answer.getheader("Set-Cookie").split(";")[0]
        self.assertEqual(at.json("GET", ROOMS)[0], 401)
        self.assertEqual(at.json("POST", ROOMS, {"case": "narva"}, Cookie=tokens["eve"])[0], 403)
        status, made = at.json("POST", ROOMS, {"case": "narva"}, Cookie=tokens["ann"])
        self.assertEqual(status, 201)
        path = f"{ROOMS}/{made['id']}"
        self.assertEqual(at.json("POST", path + "/seats", {"seat": "EST"},
                                 Cookie=tokens["eve"])[0], 201)
        self.assertEqual(at.ask("DELETE", path, Cookie=tokens["eve"])[0].status, 403)
        changes = manage("changes", store=self.store)
        self.assertIn("room.open", changes)
        answer, _ = at.ask("DELETE", path, Cookie=tokens["ann"], Entente_Seat=made["token"])
        self.assertEqual(answer.status, 204)
