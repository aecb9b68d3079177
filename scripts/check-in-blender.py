"""Run by Blender's own interpreter: see check-in-blender. A check of the product's files, no part of the product."""

import json
import os
import sys
import tempfile
import warnings

import bmesh
import bpy
import numpy

with warnings.catch_warnings():
    # Debian 12 has a Blender whose glTF importer asks for a name that its NumPy no longer has: no .glb at all can be
    # imported there.
    warnings.simplefilter("ignore")
    if not hasattr(numpy, "bool"):
        numpy.bool = bool

SUSPICIOUS = ("warn", "error", "traceback", "invalid", "deprecat")


def importer(extension):
    ops = bpy.ops
    newer = bpy.app.version >= (4, 0, 0)
    return {
        ".glb": ops.import_scene.gltf,
        ".obj": ops.wm.obj_import,
        ".ply": ops.wm.ply_import if newer else ops.import_mesh.ply,
        ".stl": ops.wm.stl_import if bpy.app.version >= (4, 2, 0) else ops.import_mesh.stl,
    }[extension]


def imported(path):
    """Imports one file into an empty scene with Blender's defaults; what Blender prints meanwhile, of Python and of C."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    sys.stdout.flush()
    sys.stderr.flush()
    kept = os.dup(1), os.dup(2)
    with tempfile.TemporaryFile() as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
        failure = None
        try:
            importer(os.path.splitext(path)[1].lower())(filepath=path)
        except Exception as e:
            failure = f"error: {e}"
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os.dup2(kept[0], 1)
            os.dup2(kept[1], 2)
        log.seek(0)
        lines = log.read().decode("utf-8", "replace").splitlines()
    return lines + ([failure] if failure else [])


def texture_of(mesh):
    """The picture that a material's base colour is linked to, as rows from the bottom up, or None."""
    for material in mesh.materials:
        for link in material.node_tree.links if material and material.use_nodes else []:
            if link.to_socket.name == "Base Color" and link.from_node.type == "TEX_IMAGE":
                image = link.from_node.image
                if image and len(image.pixels) > 0:
                    pixels = numpy.empty(len(image.pixels), numpy.float32)
                    image.pixels.foreach_get(pixels)
                    return pixels.reshape(image.size[1], image.size[0], image.channels)[:, :, :3]
    return None


def colours(mesh, texture):
    """A colour for each vertex: the texture's there, or the vertex's own; None for a mesh without."""
    count = len(mesh.vertices)
    if texture is not None:
        uv = numpy.empty(2 * len(mesh.loops), numpy.float32)
        mesh.uv_layers.active.data.foreach_get("uv", uv)
        uv = uv.reshape(-1, 2)
        corner = numpy.empty(len(mesh.loops), numpy.int32)
        mesh.loops.foreach_get("vertex_index", corner)
        rows, columns = texture.shape[:2]
        x = numpy.clip((uv[:, 0] * columns).astype(int), 0, columns - 1)
        y = numpy.clip((uv[:, 1] * rows).astype(int), 0, rows - 1)
        out = numpy.zeros((count, 3))
        out[corner] = texture[y, x]
        return out
    if mesh.color_attributes:
        attribute = mesh.color_attributes[0]
        values = numpy.empty(4 * len(attribute.data), numpy.float32)
        attribute.data.foreach_get("color_srgb" if hasattr(attribute.data[0], "color_srgb") else "color", values)
        values = values.reshape(-1, 4)[:, :3]
        if attribute.domain == "POINT":
            return values
        corner = numpy.empty(len(mesh.loops), numpy.int32)
        mesh.loops.foreach_get("vertex_index", corner)
        out = numpy.zeros((count, 3))
        out[corner] = values
        return out
    return None


def closed_volume(mesh):
    """The volume, outwards positive, if every edge has two triangles, once each way; else None."""
    solid = bmesh.new()
    solid.from_mesh(mesh)
    try:
        if all(edge.is_manifold and edge.is_contiguous for edge in solid.edges):
            return solid.calc_volume(signed=True)
        return None
    finally:
        solid.free()


def check(path, closed):
    problems = []
    for line in imported(path):
        if any(word in line.lower() for word in SUSPICIOUS):
            problems.append(f"Blender says: {line}")
    objects = [o for o in bpy.context.scene.objects if o.type == "MESH"]
    if len(objects) != 1:
        return {"file": path, "problems": problems + [f"{len(objects)} meshes instead of one"]}
    mesh = objects[0].data
    points = numpy.empty(3 * len(mesh.vertices), numpy.float32)
    mesh.vertices.foreach_get("co", points)
    matrix = numpy.array(objects[0].matrix_world)
    points = points.reshape(-1, 3) @ matrix[:3, :3].T + matrix[:3, 3]
    least, most = points.min(axis=0), points.max(axis=0)
    size = most - least
    texture = texture_of(mesh)
    colour = colours(mesh, texture)
    if any(polygon.loop_total != 3 for polygon in mesh.polygons):
        problems.append("not all of it is triangles")
    if mesh.validate(verbose=False):
        problems.append("Blender had to mend the mesh")
    extension = os.path.splitext(path)[1].lower()
    if extension in (".glb", ".obj") and texture is None and mesh.uv_layers:
        problems.append("texture coordinates, but no picture")
    # A face stands up and looks at whoever opens the front view: nearest to it, at the least y, is the nose.
    nose = (points[points[:, 1] <= least[1] + 0.02 * size[1]].mean(axis=0) - least) / numpy.maximum(size, 1e-9)
    if not size[2] > size[1] or not (0.2 < nose[0] < 0.8 and 0.2 < nose[2] < 0.8):
        problems.append(f"does not stand and look at the viewer: size {size.tolist()}, nearest at {nose.tolist()}")
    facing = sum(p.normal @ objects[0].matrix_world.inverted().to_3x3() @ bpy_front() * p.area for p in mesh.polygons)
    if closed is False and not facing > 0:
        problems.append("triangles face away from the viewer")
    volume = closed_volume(mesh)
    if closed and not (volume is not None and volume > 0):
        problems.append(f"no closed solid: volume {volume}")
    report = {
        "file": path,
        "vertices": len(mesh.vertices),
        "triangles": len(mesh.polygons),
        "size": [round(float(s), 4) for s in size],
        "volume": volume,
        "texture": None if texture is None else [texture.shape[1], texture.shape[0]],
    }
    if colour is not None:
        for name, axis, end in (("left", 0, least), ("right", 0, most), ("bottom", 2, least), ("top", 2, most)):
            at_end = abs(points[:, axis] - end[axis]) < 0.15 * size[axis]
            report[name] = [round(float(c), 2) for c in colour[at_end].mean(axis=0)]
    report["problems"] = problems
    return report


def bpy_front():
    from mathutils import Vector

    return Vector((0, -1, 0))


def main():
    arguments = sys.argv[sys.argv.index("--") + 1 :]
    closed = "--closed" in arguments
    reports = [check(os.path.abspath(a), closed) for a in arguments if a != "--closed"]
    counts = {}
    for report in reports:
        stem = os.path.splitext(report["file"])[0]
        if report.get("triangles") != counts.setdefault(stem, report.get("triangles")):
            report["problems"].append(f"another file of this name has {counts[stem]} triangles")
    for report in reports:
        print(json.dumps(report))
    sys.stdout.flush()
    sys.exit(1 if not reports or any(report["problems"] for report in reports) else 0)


main()
